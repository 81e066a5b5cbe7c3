"""Attacks, one by one, by who is signed in with a role that doesn't reach, and by files made to harm."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from habeas.desk.models import Export
from habeas.domain.claims import Detained, Named
from habeas.domain.dates import PartialDate
from habeas.domain.judgements import Restricted
from habeas.domain.lines import Candidate, Evidence
from habeas.ledger import read
from habeas.ledger.append import append
from habeas.register import project
from tests.desk.conftest import SignedIn, an_account, come_in
from tests.desk.ground import BATCH, four_people
from tests.desk.test_matrix import patterns
from tests.intake.conftest import MARYIA, SERGEI

SCRIPT = "<script>alert(1)</script>"
UP_TO = 25.0
"""Seconds in which any file is answered, on a machine that does other things as well."""


@pytest.fixture
def four(desk: Path) -> Path:
    four_people()
    project.catch_up()
    return desk


def sends(client: Client, name: str, content: bytes) -> int:
    form = {"file": SimpleUploadedFile(name, content), "source": "s-list", "batch": BATCH}
    return client.post("/desk/lists/new", form).status_code


def refuses(client: Client, name: str, content: bytes) -> None:
    """A file that is no list is told so, soon, and leaves nothing."""
    before, began = read.last_number(), time.monotonic()
    assert sends(client, name, content) == 400
    assert time.monotonic() - began < UP_TO
    assert read.last_number() == before


def restricted() -> tuple[int, list[int]]:
    """Somebody whom few may see; the number of the restriction, and of the lines."""
    lines = [line.number for line in read.lines(subjects=[SERGEI])]
    (number,) = append([Candidate(SERGEI, Restricted(0, "minors"), None, "boris")])
    project.catch_up()
    return number, lines


def test_a_guessed_number_or_id_reaches_nothing_that_is_restricted(four: Path) -> None:
    number, lines = restricted()
    anna = come_in("reviewer", alias="anna")
    before = read.last_number()
    for line in (number, *lines):
        assert anna.post(f"/desk/lines/{line}/retract", {"reason": "x", "subject": SERGEI}).status_code == 400
        assert anna.post(f"/desk/waiting/{MARYIA}/agree", {"line": line}).status_code == 400
        assert anna.post(f"/desk/waiting/{MARYIA}/disagree", {"line": line, "reason": "x"}).status_code == 400
    for address in (f"/desk/people/{SERGEI}", f"/desk/waiting/{SERGEI}"):
        assert anna.get(address).status_code == 404, address
    for deed in ("join", "part"):
        anna.post(f"/desk/people/{MARYIA}/{deed}", {"other": SERGEI})
        anna.post(f"/desk/people/{SERGEI}/{deed}", {"other": MARYIA})
    assert read.last_number() == before


def test_accepting_in_bulk_leaves_out_what_one_may_not_see(four: Path) -> None:
    _, lines = restricted()
    anna = come_in("reviewer", alias="anna")
    for key in (SERGEI, MARYIA, BATCH, "s-press"):
        for sure in range(12):
            anna.post(f"/desk/waiting/{key}/agree", {"upto": "999", "sure": str(sure)})
    accepted = {getattr(line.claim, "line", 0) for line in read.lines(kinds=["Accepted"])}
    assert accepted and not accepted & set(lines)


def test_every_form_of_the_desk_is_refused_without_its_token(four: Path) -> None:
    an_account("administrator", alias="admin")
    client = come_in("administrator", alias="admin", checks=True)
    before = read.last_number()
    for route, pattern in patterns(get_resolver()):
        if pattern.callback.__module__.startswith("habeas.desk"):
            address = "/" + route.replace("<int:number>", "5").replace("<str:kind>", "Named")
            for place in ("<str:id>", "<str:key>", "<str:subject>", "<str:about>"):
                address = address.replace(place, SERGEI)
            assert client.post(address, {"line": "5"}).status_code == 403, address
    assert read.last_number() == before


def test_a_script_in_a_name_is_text_on_every_page_of_the_desk(four: Path) -> None:
    append([Candidate(SERGEI, Named(f"Siarhei {SCRIPT}", "en"), Evidence("s-list", SCRIPT, SCRIPT), "boris")])
    project.catch_up()
    admin = come_in("administrator", alias="admin")
    seen = 0
    for address in (f"/desk/people/{SERGEI}", f"/desk/waiting/{SERGEI}", "/desk/waiting", f"/desk/releases/{BATCH}"):
        page = admin.get(address).content.decode()
        assert SCRIPT not in page
        seen += "&lt;script&gt;" in page
    assert seen >= 2


@pytest.mark.parametrize(
    "address", ["/desk/people", "/desk/sign-in", "/desk/invitation", "/desk/accounts", "/desk/lists/new"]
)
def test_what_is_sent_comes_back_as_text_alone(four: Path, address: str) -> None:
    admin = come_in("administrator", alias="admin")
    names = ("name", "alias", "code", "next", "deed", "role", "groups", "publisher", "source", "pasted", "mode")
    answers = [admin.post(address, dict.fromkeys(names, SCRIPT)), admin.get(address, dict.fromkeys(names, SCRIPT))]
    assert not [answer for answer in answers if SCRIPT in answer.content.decode() or answer.status_code >= 500]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/static/../desk.db",
            "/static/..%2f..%2fdesk.db",
            "/static/desk/..%2f..%2f..%2fsettings.py",
            "/desk/../secret.key",
        ),
        *("/desk/lists/..%2f..%2fdesk.db", "/desk/people/..%2faccess.log", "/sources/..%2f..%2fdesk.db"),
    ],
)
def test_no_address_leads_out_of_the_site(four: Path, signed_in: SignedIn, address: str) -> None:
    answer = signed_in("administrator", alias="admin").get(address)
    assert answer.status_code in (302, 400, 404)
    assert b"SQLite format" not in b"".join(answer) and b"SECRET" not in answer.content


@pytest.mark.parametrize(
    "name", ["../../../evil.csv", "/etc/evil.csv", "..\\..\\evil.csv", "evil.csv\x00.txt", "a" * 5000 + ".csv"]
)
def test_the_name_of_a_file_that_was_sent_leads_nowhere(four: Path, signed_in: SignedIn, name: str) -> None:
    client = signed_in("contributor", alias="boris")
    assert sends(client, name, b"name\nJanka Imsharuk\n") in (302, 400)
    assert not list(four.parent.rglob("*evil*")) and not Path("/etc/evil.csv").exists()


def test_cells_that_begin_like_a_formula_run_in_no_spreadsheet(four: Path, signed_in: SignedIn) -> None:
    append([Candidate("p-formulaaaa", Named(name, "en"), Evidence("s-list")) for name in ("=HYPERLINK(1)", "@SUM(A1)")])
    append([Candidate("p-formulaaaa", Detained(PartialDate.parse("2024-05-01")), Evidence("s-list"))])
    project.catch_up()
    boris = signed_in("contributor", alias="boris")
    boris.post("/desk/exports", {"what": "left-over", "about": BATCH, "reason": "print"})
    key = Export.objects.get().key
    signed_in("reviewer").post(f"/desk/exports/{key}/decide", {"verdict": "let"})
    table = boris.get(f"/desk/exports/{key}/file").content.decode()
    assert "HYPERLINK" in table or "SUM" in table
    cells = [cell for row in table.splitlines() for cell in row.split(",")]
    assert not [cell for cell in cells if cell.strip('"').startswith(("=", "+", "-", "@"))]


def zipped(name: str, parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for part, content in parts.items():
            whole.writestr(part, content)
    return out.getvalue()


def zeros(size: int) -> bytes:
    packer, out = zlib.compressobj(1), []
    for _ in range(size // 2**20):
        out.append(packer.compress(bytes(2**20)))
    return b"".join([*out, packer.flush()])


def pdf_of(size: int) -> bytes:
    """One page whose content is so many bytes when it is unpacked."""
    packed = zeros(size)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start)


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">
<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&e;&e;&e;&f;</x>"""
TYPES = b"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>"""
HARMFUL: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a bomb as a spreadsheet": (
        "l.xlsx",
        lambda: zipped("x", {"[Content_Types].xml": TYPES, "xl/workbook.xml": bytes(2**29)}),
    ),
    "a bomb as a text": (
        "l.docx",
        lambda: zipped("x", {"[Content_Types].xml": TYPES, "word/document.xml": bytes(2**29)}),
    ),
    "laughs as a text": ("l.docx", lambda: zipped("x", {"[Content_Types].xml": TYPES, "word/document.xml": LAUGHS})),
    "laughs as an open table": ("l.ods", lambda: zipped("x", {"mimetype": b"application/x", "content.xml": LAUGHS})),
    "a PDF of 1 GB": ("l.pdf", lambda: pdf_of(2**30)),
    "a program as a table": ("l.xlsx", lambda: b"MZ" + bytes(range(256)) * 40),
    "a picture as a PDF": ("l.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "a zip as a text": ("l.txt", lambda: zipped("x", {"a": b"x" * 100})),
    "nothing at all": ("l.csv", lambda: b""),
}


@pytest.mark.parametrize("what", HARMFUL)
def test_a_file_made_to_harm_is_refused_soon_and_leaves_nothing(four: Path, signed_in: SignedIn, what: str) -> None:
    name, made = HARMFUL[what]
    refuses(signed_in("contributor", alias="boris"), name, made())
