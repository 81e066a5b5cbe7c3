"""A page or file becomes evidence, whole or not at all; is looked at again, proved, handed on and redacted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import orjson
import pytest
from warcio.archiveiterator import ArchiveIterator

from habeas.archive.store import fetch as stored
from habeas.archive.warc import wacz_of
from habeas.domain.claims import Captured, Kept, LookedAgain, TimeProofMissing, TimeProved
from habeas.domain.words import Looked, Part
from habeas.intake.captures import capturing, look_again, proving
from habeas.intake.captures.capturing import NotEvidence, capture_address, capture_file
from habeas.intake.captures.reach import add_authority, authorities
from habeas.intake.captures.redact import BAR, redact
from habeas.intake.live import live
from habeas.intake.sources import NewSource, add_source
from habeas.ledger.read import last_number
from habeas.ledger.verify import verify
from habeas.problems import BadInput
from tests.archive.authority import own_authority
from tests.archive.served import near, page, served
from tests.intake.conftest import Write
from tests.ledger.conftest import live as live_home

pytestmark = pytest.mark.database
__all__ = ["live_home"]

PARAGRAPH = "<p>У суботу на волю выйшлі дзевяць чалавек, сярод іх Алена Варонік, паведамілі праваабаронцы.</p>"
ARTICLE = (
    "<html lang='be'><head><title>Дзевяць на волі</title><meta property='og:site_name' content='Навіны'>"
    "<meta property='article:published_time' content='2026-02-28'></head><body><article><h1>Дзевяць на волі</h1>"
    + PARAGRAPH * 8
    + "</article></body></html>"
)
Site = Callable[[str], AbstractContextManager[str]]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AbstractContextManager[str]]]:
    """A site that a capture may come to, as no setting lets it."""
    for module in (capturing, look_again, proving):
        monkeypatch.setattr(module, "reach", near)

    @contextmanager
    def at(answer: Callable[[BaseHTTPRequestHandler], None] | str) -> Iterator[str]:
        with served(page(answer.encode()) if isinstance(answer, str) else answer, monkeypatch) as address:
            yield f"{address}/2026/nine"

    yield at


def parts(source: str) -> dict[Part, str]:
    kept = [line.claim for line in live(Kept, subjects=[source])]
    return {one.part: one.sha256 for one in kept if isinstance(one, Kept)}


def test_a_page_is_kept_with_its_exchange_its_text_and_a_log(live_home: Path, site: Site) -> None:
    with site(ARTICLE) as address:
        taken = capture_address(address, NewSource(""), editor="anna")
    (line,) = live(Captured, subjects=[taken.id])
    claim = line.claim
    assert isinstance(claim, Captured)
    assert (claim.publisher, claim.title, str(claim.published)) == ("Навіны", "Дзевяць на волі", "2026-02-28")
    assert claim.address == address
    assert stored(claim.sha256).decode() == ARTICLE
    found = parts(taken.id)
    assert "Алена Варонік" in stored(found[Part.TEXT]).decode()
    records = [one.rec_type for one in ArchiveIterator(io.BytesIO(stored(found[Part.WARC])))]
    assert records == ["warcinfo", "response", "request"]
    log = orjson.loads(stored(found[Part.RECORD]))
    assert (log["sha256"], log["warc"], log["by_proxy"]) == (claim.sha256, found[Part.WARC], False)
    assert log["asked"][0]["status"] == 200
    assert verify().sound


@pytest.mark.parametrize(
    "answer",
    [
        page(b"<title>404</title><p>Page not found", 404),
        page("<title>Старонка не знойдзена</title><p>Такой старонкі няма.".encode()),
        page(b"<title>Just a moment...</title><p>Verify you are human"),
        page(b"<title>Log in</title><form><input type=password></form>"),
        page(b""),
    ],
    ids=["missing", "soft 404", "block", "login", "nothing"],
)
def test_what_stands_in_a_page_s_place_is_never_kept(
    live_home: Path, site: Site, answer: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    before = last_number()
    with site(answer) as address, pytest.raises(NotEvidence, match="no evidence"):
        capture_address(address, NewSource("Press"), editor="anna")
    assert last_number() == before
    assert not [file for file in (live_home / "archive").rglob("*") if file.is_file()]


def test_what_can_not_be_put_on_record_leaves_nothing_in_the_archive(live_home: Path, site: Site, write: Write) -> None:
    before, saved = last_number(), write("Nine were freed on Saturday, said the monitors.", "note.txt")
    with pytest.raises(BadInput, match="--publisher"):
        capture_file(NewSource("", file=saved), saved.read_bytes(), editor="anna")
    with site(ARTICLE) as address, pytest.raises(BadInput, match="2026-02-30"):
        capture_address(address, NewSource("Press", published="2026-02-30"), editor="anna")
    assert last_number() == before
    assert not [file for file in (live_home / "archive").rglob("*") if file.is_file()]


def test_a_key_that_holds_other_bytes_is_not_overwritten(live_home: Path, write: Write) -> None:
    first, other = write("Nine were freed.", "a.txt"), write("Ten were freed.", "b.txt")
    capture_file(NewSource("Press", key="note", file=first), first.read_bytes(), editor="anna")
    with pytest.raises(BadInput, match="holds other bytes"):
        capture_file(NewSource("Press", key="note", file=other), other.read_bytes(), editor="anna")


def test_files_by_hand_are_kept_with_their_text(live_home: Path, write: Write) -> None:
    mail = write(
        b"From: a@news.example\r\nTo: desk@example.org\r\nSubject: Nine freed\r\n"
        b"Date: Sat, 28 Feb 2026 10:00:00 +0300\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nNine people were freed today, among them Alena Varonik.\r\n",
        "letter.eml",
    )
    taken = capture_file(NewSource("A lawyer", file=mail), mail.read_bytes(), editor="anna")
    text = stored(taken.text).decode()
    assert "Alena Varonik" in text and "desk@example.org" not in text
    (line,) = live(Captured, subjects=[taken.id])
    assert isinstance(line.claim, Captured)
    assert (line.claim.title, str(line.claim.published)) == ("Nine freed", "2026-02-28")
    saved = write(ARTICLE, "saved.html")
    assert capture_file(NewSource("Press", file=saved), saved.read_bytes(), editor="anna").text


def test_a_picture_needs_a_note(live_home: Path, write: Write) -> None:
    picture = write(b"\x89PNG\r\n\x1a\n" + bytes(50), "list.png")
    new = NewSource("A channel", file=picture)
    with pytest.raises(BadInput, match="a picture needs a note"):
        capture_file(new, picture.read_bytes(), editor="anna")
    taken = capture_file(new, picture.read_bytes(), editor="anna", remark="A list on a wall")
    assert taken.text == "" and stored(taken.sha256) == picture.read_bytes()


def test_a_saved_wall_is_no_evidence(live_home: Path, write: Write) -> None:
    saved = write("<html><title>Страница не найдена</title><body><p>Такой страницы нет</p></body></html>", "a.html")
    with pytest.raises(NotEvidence, match=r"a\.html"):
        capture_file(NewSource("Press", file=saved), saved.read_bytes(), editor="anna")


def test_sources_are_looked_at_again(live_home: Path, site: Site) -> None:
    answers = [
        ARTICLE,
        ARTICLE.replace("<p>", "<p> "),
        ARTICLE.replace("дзевяць", "дзесяць"),
        "<title>404</title>not found",
    ]

    def answer(to: BaseHTTPRequestHandler) -> None:
        page(answers.pop(0).encode())(to)

    with site(answer) as address:
        source = capture_address(address, NewSource("Press"), editor="anna").id
        assert look_again.due(timedelta(days=7), 10) == []
        seen = [next(look_again.look_again(look_again.due(timedelta(0), 10), editor="anna")) for _ in range(3)]
    assert [one.found for one in seen] == [Looked.UNCHANGED, Looked.CHANGED, Looked.GONE]
    (gone,) = look_again.look_again(look_again.due(timedelta(0), 10), editor="anna")
    assert gone.found is Looked.UNREACHED
    assert len(live(LookedAgain, subjects=[source])) == 4


def test_a_proof_of_time_is_kept_or_recorded_as_missing_and_asked_for_again(
    live_home: Path, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = own_authority(tmp_path / "authority")
    certificates = own.folder / "ca.pem"
    working = False

    def answer(to: BaseHTTPRequestHandler) -> None:
        if to.command == "GET":
            page(ARTICLE.encode())(to)
        elif working:
            own.answer(to)
        else:
            page(b"", 503)(to)

    with site(answer) as address:
        add_authority("own", address, certificates)
        assert list(authorities()) == ["own"]
        taken = capture_address(address, NewSource("Press"), editor="anna")
        assert "answered 503" in dict(taken.proofs)[address]
        assert len(live(TimeProofMissing)) == 1 and not live(TimeProved)
        working = True
        assert proving.try_again(editor="anna")[0][0] == address
    (line,) = live(TimeProved)
    assert isinstance(line.claim, TimeProved) and line.claim.moment
    assert line.claim.of == parts(taken.id)[Part.RECORD]
    assert proving.try_again(editor="anna") == ()
    assert list(proving.amiss()) == []
    certificates.write_bytes(own_authority(tmp_path / "other").certificates)
    add_authority("own", address, certificates)
    ((copy, why),) = proving.amiss()
    assert copy == line.claim.sha256 and "proves no time" in why


def test_a_page_is_handed_on_as_wacz(live_home: Path, site: Site) -> None:
    with site(ARTICLE) as address:
        taken = capture_address(address, NewSource("Press"), editor="anna")
    (line,) = live(Captured, subjects=[taken.id])
    made = wacz_of(stored(parts(taken.id)[Part.WARC]), address, "Nine", line.moment)
    assert made == wacz_of(stored(parts(taken.id)[Part.WARC]), address, "Nine", line.moment)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        package = orjson.loads(packed.read("datapackage.json"))
        for resource in package["resources"]:
            assert len(packed.read(resource["path"])) == resource["bytes"]
        pages = [orjson.loads(one) for one in packed.read("pages/pages.jsonl").splitlines()]
    assert pages[1]["url"] == address


def test_a_redacted_copy_stands_beside_the_original(live_home: Path, site: Site) -> None:
    with site(ARTICLE) as address:
        taken = capture_address(address, NewSource("Press"), editor="anna")
    before = stored(taken.text)
    made = redact(taken.id, ["алена  варонік"], editor="anna")
    assert "Варонік" not in made.text and BAR in made.text
    assert stored(made.sha256).decode() == made.text
    assert stored(taken.text) == before
    assert parts(taken.id)[Part.REDACTED] == made.sha256
    with pytest.raises(BadInput, match="isn't in the text"):
        redact(taken.id, ["Somebody else"], editor="anna")
    assert verify().sound


PARTED = "Не-бывалая Ганна ў Гомелі.\n\nГанну Небы-\nвалую бачылі. Не‑бывалая маўчыць.\n\nДругі абзац.\n"
"""Invented: a name with a hyphen within it, and paragraphs."""


@pytest.mark.parametrize("name", ["Небывалая", "Не-бывалая"])
def test_a_file_on_record_is_redacted_with_its_paragraphs_whatever_hyphens_a_name_has(
    live_home: Path, write: Write, name: str
) -> None:
    source = add_source(NewSource("A lawyer", key="letter", file=write(PARTED, "letter.txt")), editor="anna").id
    made = redact(source, [name], editor="anna")
    assert made.text == PARTED.replace("Не-бывалая", BAR).replace("Не‑бывалая", BAR)
    assert made.left == ("Небы-\nвалую",)
    saved = write(PARTED, "letter.txt")
    taken = capture_file(NewSource("A lawyer", file=saved), saved.read_bytes(), editor="anna")
    assert redact(taken.id, [name], editor="anna").text == made.text


LETTER = """Алену Ва\u00adронік перавялі. Пра Алену Варо-
нік пыталі ў Ratamka; Елена Вороник здорова, з Аленай Варонікай бачыўся адвакат Рыгор Сапачэўскі.
Гл. https://news.example/2026/alena-varonik?x=1, https://news.example/%D0%B2%D0%BE%D1%80%D0%BE%D0%BD%D0%B8%D0%BA і
alena.varonik@mail.example. Варонежскі суд маўчыць."""
"""Invented: one name in two cases and two scripts, broken at a line's end, parted by a hidden mark, in addresses."""


def letter(write: Write) -> str:
    saved = write(LETTER, "letter.txt")
    return capture_file(NewSource("A lawyer", file=saved), saved.read_bytes(), editor="anna").id


def test_other_forms_of_a_name_that_are_left_in_a_redacted_copy_are_told(live_home: Path, write: Write) -> None:
    made = redact(letter(write), ["Алену Варонік"], editor="anna")
    assert dict(made.taken_out) == {"Алену Варонік": 2}
    assert {"Елена", "Вороник", "Аленай", "Варонікай", "alena.varonik@mail.example"} <= set(made.left)
    assert {one for one in made.left if one.startswith("http")} == {
        "https://news.example/2026/alena-varonik?x=1",
        "https://news.example/%D0%B2%D0%BE%D1%80%D0%BE%D0%BD%D0%B8%D0%BA",
    }
    assert not {"Рыгор", "Сапачэўскі", "адвакат", "суд", "здорова"} & set(made.left)


def test_all_forms_are_taken_out_on_demand_and_other_people_stay(live_home: Path, write: Write) -> None:
    made = redact(letter(write), ["Алену Варонік"], editor="anna", alike=True)
    assert made.left == ()
    for form in ("варон", "ворон", "varonik", "%D0%B2", "ален", "елен"):
        assert form not in made.text.lower().replace("варонежскі", "")
    assert "Рыгор Сапачэўскі" in made.text and "Ratamka" in made.text
