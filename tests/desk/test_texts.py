"""A report at the desk: the text beside its proposals, its words lit up, each accepted, amended or rejected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from habeas.domain.claims import Released, SameOrigin
from habeas.domain.judgements import ProposalDecided
from habeas.domain.words import Verdict
from habeas.intake.captures import capturing
from habeas.ledger.read import last_number, lines
from tests.archive.served import near, page, served
from tests.desk.conftest import SignedIn
from tests.desk.ground import four_people, words
from tests.intake import recorded_model
from tests.intake.conftest import PEOPLE, YANKA
from tests.intake.recorded_model import Recorded, model

pytestmark = pytest.mark.database
__all__ = ["model"]

NAME = PEOPLE[YANKA][1][0]
REPORT = f"""У пятніцу на волю выйшлі сем палітвязняў. Сярод вызваленых — настаўніца {NAME}.

Праваабаронцы паведамілі, што за кратамі застаюцца больш за 900 чалавек.
Вызваленне Віктара Саўчыца пакуль не пацверджана.
"""


@pytest.fixture
def people(desk: Path) -> Path:
    four_people()
    return desk


def put(client: Client, text: str = REPORT, publisher: str = "A channel") -> str:
    """The address of the page of a text that is now on record."""
    said = {"source": "new", "publisher": publisher, "published": "2026-02-02", "pasted": text}
    answer = client.post("/desk/texts", said)
    assert answer.status_code == 302, words(answer)
    return answer["Location"]


def key_of(page: str, kind: str) -> str:
    found = re.search(rf'id="p-([0-9a-f]{{12}})">\s*<h3 data-kind="{kind}"', page)
    assert found, kind
    return found[1]


def form_of(page: str, key: str) -> dict[str, str]:
    """What the form of a proposal holds before anybody changes it."""
    part = page.split(f'id="p-{key}"')[1].split("</article>")[0]
    values = dict(re.findall(r'<input name="(f_\w+)" value="([^"]*)"', part))
    for name, choices in re.findall(r'<select name="(f_\w+)">(.*?)</select>', part, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', choices)
        values[name] = chosen[1] if chosen else ""
    return values


def test_a_text_is_read_beside_its_words(boris: Client, people: Path) -> None:
    page = boris.get(put(boris)).content.decode()
    key = key_of(page, "Released")
    assert f'id="m-{key}"' in page and f'href="#m-{key}"' in page
    assert "<mark" in page and "<script" not in page
    assert YANKA in page


def test_nothing_is_written_by_reading(boris: Client, people: Path) -> None:
    address = put(boris)
    before = last_number()
    boris.get(address)
    assert last_number() == before


def test_an_accepted_proposal_becomes_a_line_and_stands_beside_what_was_proposed(boris: Client, people: Path) -> None:
    address = put(boris)
    page = boris.get(address).content.decode()
    key = key_of(page, "Released")
    said = {"key": key, "verdict": "accept", "subject": YANKA, **form_of(page, key)}
    assert boris.post(f"{address}/decide", said).status_code == 302
    (line,) = [line for line in lines(subjects=[YANKA]) if isinstance(line.claim, Released)]
    assert (line.editor, str(line.claim.when)) == ("boris", "2026-01-30")
    assert line.evidence and line.evidence.locator and line.evidence.locator.exact == line.evidence.printed
    (decided,) = [line.claim for line in lines(kinds=["ProposalDecided"]) if isinstance(line.claim, ProposalDecided)]
    assert (decided.verdict, decided.made) == (Verdict.ACCEPTED, line.number)
    assert '"kind": "Released"' in decided.proposed
    assert "Taken as it was proposed" in boris.get(address).content.decode()
    assert "already" in words(boris.post(f"{address}/decide", said))


def test_an_amended_one_is_kept_as_amended_and_a_rejected_one_with_its_reason(boris: Client, people: Path) -> None:
    address = put(boris)
    page = boris.get(address).content.decode()
    freed, counted = key_of(page, "Released"), key_of(page, "BatchCounted")
    said = {**form_of(page, freed), "f_when": "2026-01-31"}
    boris.post(f"{address}/decide", {"key": freed, "verdict": "accept", "subject": YANKA, **said})
    boris.post(f"{address}/decide", {"key": counted, "verdict": "reject", "reason": "Another release is meant."})
    decided = {line.claim.key: line.claim for line in lines(kinds=["ProposalDecided"])}  # type: ignore[attr-defined]
    assert decided[freed].verdict is Verdict.AMENDED
    assert (decided[counted].verdict, decided[counted].made) == (Verdict.REJECTED, 0)
    assert "Another release is meant." in words(boris.get(address))


def test_an_unconfirmed_release_is_no_release(boris: Client, people: Path) -> None:
    page = boris.get(put(boris)).content.decode()
    assert "Released: Віктара Саўчыца" not in page and "Something said: Віктара Саўчыца" in page


def test_somebody_new_may_come_of_a_proposal(boris: Client, people: Path) -> None:
    address = put(boris, "Суд прысудзіў Рыгора Сапачэўскага да пяці гадоў калоніі 3 снежня 2025 года.")
    page = boris.get(address).content.decode()
    key = key_of(page, "Sentenced")
    said = {"key": key, "verdict": "accept", "subject": "new", **form_of(page, key)}
    assert boris.post(f"{address}/decide", said).status_code == 302
    kinds = {line.claim.KIND for line in lines() if line.editor == "boris"}
    assert {"Named", "Sentenced", "ProposalDecided"} <= kinds


def test_a_rewrite_is_proposed_as_one_origin(boris: Client, people: Path) -> None:
    first = put(boris)
    second = put(boris, REPORT.replace("сем", "7") + "\nЧытайце нас у тэлеграме.", publisher="An echo")
    page = boris.get(second).content.decode()
    other = first.rsplit("/", 1)[1]
    assert "may be a rewrite" in page and other in page
    boris.post(f"{second}/decide", {"verdict": "same-origin", "other": other})
    assert SameOrigin(other) in [line.claim for line in lines(kinds=["SameOrigin"])]


def test_a_text_that_calls_itself_machine_made_is_graded_low(boris: Client, people: Path) -> None:
    page = words(boris.get(put(boris, "This article was generated by AI. On Friday Vera Haroshka was freed.")))
    assert "Graded low" in page and "said with open doubt" in page


def test_a_reader_reads_and_decides_nothing(signed_in: SignedIn, boris: Client, people: Path) -> None:
    address = put(boris)
    reader = signed_in("reader")
    page = reader.get(address).content.decode()
    assert "<mark" in page and "Accept" not in page
    key = key_of(page, "Released")
    before = last_number()
    assert reader.post(f"{address}/decide", {"key": key, "verdict": "accept"}).status_code == 403
    assert last_number() == before


def test_what_is_no_text_is_refused_and_leaves_nothing(boris: Client, people: Path) -> None:
    before = last_number()
    answer = boris.post("/desk/texts", {"source": "new", "publisher": "X", "pasted": "  "})
    assert answer.status_code == 400 and last_number() == before
    assert boris.get("/desk/texts/s-nothing").status_code == 404


PAGE = (
    "<html lang='be'><head><title>Сем на волі</title><meta property='og:site_name' content='Навіны'>"
    "<meta property='article:published_time' content='2026-02-02'></head><body><article><h1>Сем на волі</h1>"
    + "".join(f"<p>{part}</p>" for part in REPORT.split("\n\n") * 4)
    + "</article></body></html>"
)


def test_a_page_is_captured_by_its_address_and_read(
    boris: Client, people: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capturing, "reach", near)
    with served(page(PAGE.encode()), monkeypatch) as site:
        answer = boris.post("/desk/texts", {"source": "new", "page": f"{site}/2026/seven"})
    assert answer.status_code == 302, words(answer)
    shown = words(boris.get(answer["Location"]))
    assert "Навіны" in shown and NAME in shown


def test_an_address_of_this_machine_is_never_fetched_and_leaves_nothing(boris: Client, people: Path) -> None:
    before = last_number()
    answer = boris.post("/be/desk/texts", {"source": "new", "page": "http://127.0.0.1:8000/desk/"})
    assert answer.status_code == 400 and last_number() == before
    assert "ніколі не загружаюцца" in words(answer)


def test_a_captured_page_is_a_source_of_its_own(boris: Client, people: Path) -> None:
    held = put(boris).rsplit("/", 1)[1]
    answer = boris.post("/desk/texts", {"source": held, "page": "https://news.example/seven"})
    assert answer.status_code == 400 and "new source" in words(answer)


def test_a_model_is_asked_at_the_desk_and_what_it_proposes_stays_marked(
    boris: Client, people: Path, model: type[Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = put(boris, recorded_model.TEXT)
    assert "Ask the model as well" in boris.get(address).content.decode()
    assert boris.post(f"{address}/ask").status_code == 302
    monkeypatch.setattr(model, "answer", "[]")
    page = boris.get(address).content.decode()
    assert "recorded-1 was asked: 2 proposals of it stand in the text." in page
    assert "proposed by a model (recorded-1)" in page
    key = key_of(page, "Released")
    said = {"key": key, "verdict": "accept", "subject": "new", **form_of(page, key)}
    assert boris.post(f"{address}/decide", said).status_code == 302
    (line,) = [line for line in lines(kinds=["Released"]) if line.editor == "boris"]
    assert line.evidence and line.evidence.certainty.value == "doubtful"
    (decided,) = [line.claim for line in lines(kinds=["ProposalDecided"]) if isinstance(line.claim, ProposalDecided)]
    assert '"by": "recorded-1"' in decided.proposed


def test_a_model_that_does_not_answer_leaves_nothing(
    boris: Client, people: Path, model: type[Recorded], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = put(boris)
    monkeypatch.setattr(model, "status", 500)
    before = last_number()
    answer = boris.post(f"{address}/ask")
    assert (answer.status_code, last_number()) == (400, before)
    assert "status 500" in words(answer)


def test_a_reader_asks_no_model(signed_in: SignedIn, boris: Client, people: Path, model: type[Recorded]) -> None:
    address = put(boris)
    reader = signed_in("reader")
    assert "Ask the model" not in reader.get(address).content.decode()
    assert reader.post(f"{address}/ask").status_code == 403
    assert model.asked == b""
