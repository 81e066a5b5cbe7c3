"""The site as files: links that lead to files, nothing from elsewhere, no form, neutral names, small pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override

from habeas.domain.claims import Detained
from habeas.domain.judgements import SamePerson, Withheld
from habeas.domain.lines import Candidate
from habeas.domain.words import Basis
from habeas.publish import publish as publishing
from habeas.publish import workers
from habeas.publish.addresses import file_of, relative
from habeas.publish.layout import SITE
from habeas.publish.withdraw import withdraw
from tests.publish.conftest import everything, made
from tests.register.conftest import MONITOR, agree, day, detained, named, say

pytestmark = pytest.mark.database

_LINK = re.compile(r'(?:href|src)="([^"]*)"')
_STORES = re.compile(
    r"document\.cookie|(local|session)Storage|serviceWorker|indexedDB|fetch\(|XMLHttpRequest|sendBeacon"
)
WHOLE_PAGE = 100_000
"""Bytes of a page with its style, picture and script."""


def pages(folder: Path) -> Iterator[tuple[Path, str]]:
    return ((path, path.read_text(encoding="utf-8")) for path in sorted((folder / SITE).rglob("*.html")))


def test_every_link_leads_to_a_file_and_none_elsewhere(small: Path, out: Path) -> None:
    made(out)
    found = 0
    for path, page in pages(out):
        for link in map(unescape, _LINK.findall(page)):
            file, _, part = link.partition("#")
            assert not re.match(r"[a-z]+:|/", link), (path, link)
            assert not file or (path.parent / file).is_file(), (path, link)
            assert not part or f'id="{part}"' in (path.parent / file if file else path).read_text(), (path, link)
            found += 1
    assert found > 500


def test_there_is_a_page_for_every_record_in_three_languages(small: Path, out: Path) -> None:
    made(out)
    for language in ("", "be/", "ru/"):
        for name in ("people/p-anna", "people/p-ivan", "releases/2024-08", "sources/s-monitor", "index", "names"):
            assert (out / SITE / f"{language}{name}.html").is_file(), (language, name)
    assert '<html lang="be">' in (out / SITE / "be" / "people" / "p-anna.html").read_text()


def test_no_file_needs_a_server_a_script_or_anything_from_elsewhere(small: Path, out: Path) -> None:
    made(out)
    for path, page in pages(out):
        assert "<form" not in page and "<style" not in page and " style=" not in page
        assert path.name in ("search.html", "404.html") or "<script" not in page
        assert "default-src 'none'" in page or path.name in ("404.html",)
        assert not _STORES.search(page)
    for script in (out / SITE).rglob("*.js"):
        assert not _STORES.search(script.read_text(encoding="utf-8"))


def test_titles_and_names_of_files_name_nobody(small: Path, out: Path) -> None:
    made(out)
    for path, page in pages(out):
        title = page.partition("<title>")[2].partition("</title>")[0]
        assert title
        assert not re.search("anna|Vydum|Выдум|Nebyv", title, re.IGNORECASE), path
    names = [path.name for path in (out / SITE).rglob("*")]
    assert not [name for name in names if re.search("vydum|nebyv|выдум", name, re.IGNORECASE)]


def test_whole_pages_stay_under_a_hundred_kilobytes(small: Path, out: Path) -> None:
    made(out)
    loaded = sum(path.stat().st_size for path in (out / SITE / "static" / "pages").iterdir())
    assert {path: len(page.encode()) for path, page in pages(out) if len(page.encode()) + loaded > WHOLE_PAGE} == {}


def test_a_long_list_is_paged_and_every_page_is_there(small: Path, out: Path) -> None:
    say(*(one for number in range(120) for one in _somebody(number)))
    made(out)
    listed = {
        id
        for path, page in pages(out)
        if path.parent == out / SITE and path.name.startswith("people")
        for id in re.findall(r"people/(p-[a-z0-9]+)\.html", page)
    }
    assert len(listed) == 122
    assert (out / SITE / "people-page-3.html").is_file()


def _somebody(number: int) -> list[Candidate]:
    subject = f"p-x{number}"
    return [named(subject, f"Invented {number}"), Candidate(subject, Detained(day("2024-05-01")), MONITOR)]


def test_who_was_joined_is_found_under_the_old_address(small: Path, out: Path) -> None:
    say(named("p-row", "Vydumanaya Hanna"), Candidate("p-row", SamePerson("p-anna")))
    made(out)
    moved = (out / SITE / "people" / "p-row.html").read_text()
    assert 'url=p-anna.html"' in moved and "Vydum" not in moved


def test_an_id_withdrawn_is_like_one_that_never_was(small: Path, out: Path) -> None:
    made(out)
    assert (out / SITE / "people" / "p-anna.html").is_file()
    withdraw("p-anna", (), basis=Basis.FAMILY, by="anna")
    assert not [path for path in out.rglob("*") if "p-anna" in path.name]
    assert b"p-anna" not in b"".join(everything(out).values())


def test_the_one_number_of_those_withheld_stands_beside_the_count_in_three_languages(small: Path, out: Path) -> None:
    made(out)
    assert "10 to 19 more" not in (out / SITE / "counts.html").read_text()
    ids = [f"p-{place:010x}" for place in range(11)]
    say(*(line for one in ids for line in (named(one, f"Person {one}"), detained(one, "2024-05-01"))))
    say(*(Candidate(one, Withheld(0, Basis.FAMILY)) for one in ids))
    made(out)
    assert "10 to 19 more" in (out / SITE / "counts.html").read_text()
    for language in ("be", "ru"):
        page = (out / SITE / language / "counts.html").read_text()
        assert re.search(r"10\D{1,20}19", page), language
    told = json.loads((out / "kept-back.json").read_text())
    assert (told["definition"], told["low"], told["high"]) == ("held", 10, 19)


def test_a_page_is_made_anew_only_where_what_it_shows_changed(
    small: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(out)
    from habeas.publish import page_maker

    seen: list[str] = []
    usual = page_maker.rendered
    monkeypatch.setattr(page_maker, "rendered", lambda address: seen.append(address) or usual(address))  # type: ignore[func-returns-value]
    made(out)
    assert seen == []
    say(named("p-anna", "Anna Vydumanaya"))
    made(out)
    assert "/people/p-anna" in seen and "/people/p-ivan" not in seen
    kept = everything(out)
    other = out.with_name("fresh")
    made(other)
    assert everything(other) == kept


def test_without_a_change_nothing_is_read_from_the_ledger_and_what_was_meddled_with_is_mended(
    small: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(out)
    seen: list[str] = []
    usual = publishing.make_copy
    monkeypatch.setattr(publishing, "make_copy", lambda *asked: seen.append("copied") or usual(*asked))  # type: ignore[func-returns-value]
    kept = everything(out)
    assert publishing.publish(out, editor="anna") == first and not seen
    for name in ("site/index.html", "data/people.csv", "data.sqlite", "manifest.json"):
        (out / name).write_bytes(b"meddled with")
        assert publishing.publish(out, editor="anna") == first and seen.pop() == "copied"
        assert everything(out) == kept, name
    (out / "site" / "more.html").write_text("more")
    publishing.publish(out, editor="anna")
    assert seen.pop() == "copied" and everything(out) == kept


def test_what_is_appended_while_a_copy_is_made_goes_into_the_next_one(
    small: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = publishing.make_copy

    def meanwhile(*asked: Any) -> Any:
        copied = usual(*asked)
        say(named("p-late", "Late Nebyvalaya"))
        agree()
        return copied

    agree()
    monkeypatch.setattr(publishing, "make_copy", meanwhile)
    first = publishing.publish(out, editor="anna")
    monkeypatch.setattr(publishing, "make_copy", usual)
    second = publishing.publish(out, editor="anna")
    assert (second.release, second.copy) == (first.release + 1, first.copy + 1)
    assert (out / SITE / "people" / "p-late.html").is_file()


def test_a_list_kept_up_is_ordered_for_each_reader_as_one_made_afresh(small: Path, out: Path) -> None:
    say(*(one for number in range(120) for one in _somebody(number)))
    say(named("p-x3", "Ааа Першая", "be"))
    made(out)
    say(named("p-x3", "Яяя Апошняя", "be"), named("p-x119", "Ааа Першая", "be"))
    made(out)
    other = out.with_name("fresh")
    made(other)
    assert everything(other) == everything(out)


def test_many_pages_are_made_by_processes_side_by_side_and_are_the_same(
    small: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(out)
    monkeypatch.setattr(publishing, "_ALONE", 0)
    made(tmp_path / "side-by-side")
    assert everything(tmp_path / "side-by-side") == everything(out)
    assert workers.part_made.__module__ == "habeas.publish.workers"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/be/", "be/index.html"),
        ("/people", "people.html"),
        ("/people?page=2&definition=held", "people-definition-held-page-2.html"),
        ("/people/p-x", "people/p-x.html"),
        ("/people.csv", "people.csv"),
        ("/names/u%C4%8D", "names/u~10d.html"),
        ("/static/pages/habeas.css", "static/pages/habeas.css"),
    ],
)
def test_an_address_has_one_file(address: str, file: str) -> None:
    assert file_of(address) == file


def test_the_way_between_two_files_is_relative() -> None:
    with override("en"):
        assert relative("people/p-x.html", "be/people/p-y.html") == "../../people/p-x.html"
        assert relative("index.html", "people.html") == "index.html"
