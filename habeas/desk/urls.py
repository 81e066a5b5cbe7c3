"""The addresses of the desk. Each view stands behind the door: a test asks all of them."""

from django.urls import path

from habeas.desk.accounts_page import accounts_page
from habeas.desk.front import front
from habeas.desk.keys import invitation, keys, new_factor
from habeas.desk.sign_in import second_factor, sign_in, sign_out

app_name = "desk"
urlpatterns = [
    path("", front, name="front"),
    path("sign-in", sign_in, name="sign_in"),
    path("second-factor", second_factor, name="second_factor"),
    path("sign-out", sign_out, name="sign_out"),
    path("invitation", invitation, name="invitation"),
    path("keys", keys, name="keys"),
    path("keys/new", new_factor, name="new_factor"),
    path("accounts", accounts_page, name="accounts"),
]
