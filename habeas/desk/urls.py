"""The addresses of the desk. Each view stands behind the door: a test asks all of them."""

from django.urls import path

from habeas.desk.accounts_page import accounts_page
from habeas.desk.bench import bench, decide_row, undo_last
from habeas.desk.front import front
from habeas.desk.keys import invitation, keys, new_factor
from habeas.desk.likely import likely
from habeas.desk.lists import list_versions, lists, new_list
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
    path("lists", lists, name="lists"),
    path("lists/new", new_list, name="new_list"),
    path("lists/<str:id>", bench, name="bench"),
    path("lists/<str:id>/decide", decide_row, name="decide"),
    path("lists/<str:id>/undo", undo_last, name="undo"),
    path("lists/<str:id>/likely", likely, name="likely"),
    path("lists/<str:id>/versions", list_versions, name="list"),
    path("accounts", accounts_page, name="accounts"),
]
