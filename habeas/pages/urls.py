"""The addresses of the public pages."""

from django.urls import path

from habeas.pages.agreement import agreement
from habeas.pages.agreements import agreements
from habeas.pages.balancing import balance, balance_as_csv, balance_term
from habeas.pages.changes import changes
from habeas.pages.counting import counts, counts_as_csv
from habeas.pages.definitions import definitions
from habeas.pages.estimates import estimates
from habeas.pages.estimates_as_csv import estimates_as_csv
from habeas.pages.front import front
from habeas.pages.instrument import instrument, sanctioner
from habeas.pages.letters import letters
from habeas.pages.method import method
from habeas.pages.names import names, names_under
from habeas.pages.people import people, people_as_csv
from habeas.pages.person import person
from habeas.pages.picturing import picture_as_csv, pictures
from habeas.pages.recognising import comparison, comparison_as_csv, recognisers, recognisers_as_csv
from habeas.pages.release import release
from habeas.pages.releases import releases
from habeas.pages.search import search
from habeas.pages.source import source
from habeas.pages.sources import sources
from habeas.pages.texts import reading_safely, rules, trust

urlpatterns = [
    path("", front, name="front"),
    path("people", people, name="people"),
    path("people.csv", people_as_csv, name="people_as_csv"),
    path("people/<str:id>", person, name="person"),
    path("search", search, name="search"),
    path("names", names, name="names"),
    path("names/<str:key>", names_under, name="names_under"),
    path("releases", releases, name="releases"),
    path("releases/<str:id>", release, name="release"),
    path("agreements", agreements, name="agreements"),
    path("agreements/<str:id>", agreement, name="agreement"),
    path("instruments/<str:id>", instrument, name="instrument"),
    path("sanctioners/<str:key>", sanctioner, name="sanctioner"),
    path("sources", sources, name="sources"),
    path("sources/<str:id>", source, name="source"),
    path("counts", counts, name="counts"),
    path("counts.csv", counts_as_csv, name="counts_as_csv"),
    path("balance", balance, name="balance"),
    path("balance.csv", balance_as_csv, name="balance_as_csv"),
    path("balance/term", balance_term, name="balance_term"),
    path("recognisers", recognisers, name="recognisers"),
    path("recognisers.csv", recognisers_as_csv, name="recognisers_as_csv"),
    path("recognisers/comparison", comparison, name="comparison"),
    path("recognisers/comparison.csv", comparison_as_csv, name="comparison_as_csv"),
    path("pictures", pictures, name="pictures"),
    path("pictures/<str:name>.csv", picture_as_csv, name="picture_as_csv"),
    path("definitions", definitions, name="definitions"),
    path("estimates", estimates, name="estimates"),
    path("estimates/<str:name>.csv", estimates_as_csv, name="estimates_as_csv"),
    path("method", method, name="method"),
    path("method/<str:key>", rules, name="rules"),
    path("reading-safely", reading_safely, name="reading_safely"),
    path("trust", trust, name="trust"),
    path("letters", letters, name="letters"),
    path("changes", changes, name="changes"),
]
