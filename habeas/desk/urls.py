"""The addresses of the desk. Each view stands behind the door: a test asks all of them."""

from django.urls import path

from habeas.desk.accounts_page import accounts_page
from habeas.desk.bench import bench, decide_row, undo_last
from habeas.desk.calendar import calendar
from habeas.desk.exports_page import decide_export, export_file, exports_page
from habeas.desk.front import front
from habeas.desk.keeping_back import beyond_reach, keep_back, show_again
from habeas.desk.keys import invitation, keys, new_factor
from habeas.desk.left_over import left_over
from habeas.desk.likely import likely
from habeas.desk.lists import list_versions, lists, new_list
from habeas.desk.people import people
from habeas.desk.person import join_people, part_people, person, retract_line
from habeas.desk.release import new_release, release, releases
from habeas.desk.say_claim import say_claim, say_what
from habeas.desk.side_by_side import side_by_side
from habeas.desk.sign_in import second_factor, sign_in, sign_out
from habeas.desk.snapshots import decide_change, snapshot, snapshot_list
from habeas.desk.tasks import tasks
from habeas.desk.texts import ask_about, decide_proposal, text, text_list
from habeas.desk.waiting import agree, disagree, waiting, waiting_group
from habeas.desk.work import work

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
    path("lists", lists, name="lists"),
    path("lists/new", new_list, name="new_list"),
    path("lists/<str:id>", bench, name="bench"),
    path("lists/<str:id>/decide", decide_row, name="decide"),
    path("lists/<str:id>/undo", undo_last, name="undo"),
    path("lists/<str:id>/likely", likely, name="likely"),
    path("lists/<str:id>/versions", list_versions, name="list"),
    path("releases", releases, name="releases"),
    path("releases/new", new_release, name="new_release"),
    path("releases/<str:id>", release, name="release"),
    path("releases/<str:id>/lists", side_by_side, name="side_by_side"),
    path("releases/<str:id>/left-over", left_over, name="left_over"),
    path("people", people, name="people"),
    path("people/<str:id>", person, name="person"),
    path("people/<str:id>/join", join_people, name="join"),
    path("people/<str:id>/part", part_people, name="part"),
    path("people/<str:id>/keep-back", keep_back, name="keep_back"),
    path("people/<str:id>/show-again", show_again, name="show_again"),
    path("releases/<str:id>/beyond", beyond_reach, name="beyond"),
    path("say/<str:subject>", say_what, name="say_what"),
    path("say/<str:subject>/<str:kind>", say_claim, name="say"),
    path("lines/<int:number>/retract", retract_line, name="retract"),
    path("texts", text_list, name="texts"),
    path("texts/<str:id>", text, name="text"),
    path("texts/<str:id>/decide", decide_proposal, name="decide_text"),
    path("texts/<str:id>/ask", ask_about, name="ask_model"),
    path("snapshots", snapshot_list, name="snapshots"),
    path("snapshots/<str:id>", snapshot, name="snapshot"),
    path("snapshots/<str:id>/decide", decide_change, name="decide_change"),
    path("tasks", tasks, name="tasks"),
    path("tasks.ics", calendar, name="calendar"),
    path("state/<str:about>", work, name="work"),
    path("exports", exports_page, name="exports"),
    path("exports/<str:key>/decide", decide_export, name="decide_export"),
    path("exports/<str:key>/file", export_file, name="export_file"),
    path("accounts", accounts_page, name="accounts"),
]
