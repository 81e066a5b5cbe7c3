"""The addresses of the desk. Each view stands behind the door: a test asks all of them."""

from django.urls import path

from habeas.desk.accounts_page import accounts_page
from habeas.desk.front import front
from habeas.desk.keys import invitation, keys, new_factor
from habeas.desk.sign_in import second_factor, sign_in, sign_out
from habeas.desk.waiting import agree, disagree, waiting, waiting_group

app_name = "desk"
urlpatterns = [
    path("", front, name="front"),
    path("sign-in", sign_in, name="sign_in"),
    path("second-factor", second_factor, name="second_factor"),
    path("sign-out", sign_out, name="sign_out"),
    path("invitation", invitation, name="invitation"),
    path("keys", keys, name="keys"),
    path("keys/new", new_factor, name="new_factor"),
    path("waiting", waiting, name="waiting"),
    path("waiting/<str:key>", waiting_group, name="waiting_group"),
    path("waiting/<str:key>/agree", agree, name="agree"),
    path("waiting/<str:key>/disagree", disagree, name="disagree"),
    path("accounts", accounts_page, name="accounts"),
]
