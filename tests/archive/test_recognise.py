"""Error pages, walls and blocks are told from pages, in the languages that readers get them in."""

from __future__ import annotations

import pytest

from habeas.archive.network import Exchange, Fetched
from habeas.archive.page_text import PageText, page_text
from habeas.archive.recognise import Came, recognise
from tests.archive.served import clock

ARTICLE = " ".join(f"Sentence {number} of a report on a release of several people." for number in range(40))


def fetched(*addresses: str, status: int = 200, body: bytes = b"<p>x") -> Fetched:
    moments = (clock(), clock())
    hops = [Exchange(one, "", (), 302, "", (), b"", *moments) for one in addresses[:-1]]
    return Fetched((*hops, Exchange(addresses[-1], "", (), status, "", (), body, *moments)), body)


def page(title: str, text: str, **more: bool) -> PageText:
    return PageText(title=title, text=text, everything=text, **more)


def test_an_article_is_a_page() -> None:
    assert recognise(fetched("https://news.example/a"), page("Eight freed", ARTICLE)).is_evidence


def test_an_article_about_blocked_sites_and_closed_accounts_is_a_page() -> None:
    told = "Readers saw “page not found” and “доступ к ресурсу заблокирован”, and had to log in to continue."
    text = f"{ARTICLE} {told}"
    assert recognise(fetched("https://news.example/a"), page("Access denied: how sites are blocked", text)).is_evidence


@pytest.mark.parametrize(
    ("status", "came"),
    [(404, Came.MISSING), (410, Came.MISSING), (403, Came.BLOCKED), (451, Came.BLOCKED), (429, Came.BLOCKED),
     (401, Came.LOGIN), (500, Came.FAILING), (503, Came.FAILING), (304, Came.FAILING)],
)  # fmt: skip
def test_the_number_of_an_answer_tells(status: int, came: Came) -> None:
    assert recognise(fetched("https://news.example/a", status=status), page("Eight freed", ARTICLE)).came is came


@pytest.mark.parametrize(
    ("title", "text", "came"),
    [
        ("404 — Старонка не знойдзена", "Такой старонкі няма.", Came.MISSING),
        ("Страница не найдена", "Вернуться на главную", Came.MISSING),
        ("News", "Sorry, the page you are looking for does not exist.", Came.MISSING),
        ("Nie znaleziono", "Strona nie istnieje", Came.MISSING),
        ("Just a moment...", "Verify you are human by completing the action below.", Came.BLOCKED),
        ("", "Доступ к информационному ресурсу ограничен на основании решения Министерства", Came.BLOCKED),
        ("Войти", "Почта Пароль", Came.LOGIN),
        ("News", "Subscribe to continue reading this article", Came.LOGIN),
        ("502 Bad Gateway", "nginx", Came.FAILING),
        ("", "Вядуцца тэхнічныя работы", Came.FAILING),
        ("", "", Came.EMPTY),
    ],
)
def test_pages_that_only_stand_in_a_page_s_place_are_told_by_their_words(title: str, text: str, came: Came) -> None:
    found = recognise(fetched("https://news.example/a/b"), page(title, text))
    assert found.came is came
    assert found.because


def test_a_wall_is_told_by_its_password() -> None:
    wall = page("Members", "Name Password", asks_password=True)
    assert recognise(fetched("https://news.example/a"), wall).came is Came.LOGIN
    assert recognise(fetched("https://news.example/a"), page("Eight freed", ARTICLE, asks_password=True)).is_evidence


@pytest.mark.parametrize(
    ("first", "last", "came"),
    [
        ("https://news.example/2025/12/eight", "https://news.example/login?next=x", Came.LOGIN),
        ("https://news.example/2025/12/eight", "https://news.example/", Came.MISSING),
        ("https://news.example/", "https://news.example/be/", Came.PAGE),
        ("http://news.example/a/b", "https://news.example/a/b", Came.PAGE),
    ],
)
def test_where_an_address_leads_tells(first: str, last: str, came: Came) -> None:
    assert recognise(fetched(first, last), page("Eight freed", ARTICLE)).came is came


def test_the_text_of_a_page_is_read_in_its_own_letters() -> None:
    body = "<html lang='be'><head><meta charset='windows-1251'><title>Вызваленне</title></head><body><article>"
    body += "<p>У суботу на волю выйшлі дзевяць чалавек, паведамілі праваабаронцы ў Мінску ўвечары.</p>" * 6
    read = page_text(f"{body}<form><input type='PASSWORD'></form></article></body></html>".encode("cp1251", "replace"))
    assert read.title == "Вызваленне"
    assert "дзевяць чалавек" in read.text
    assert (read.language, read.asks_password) == ("be", True)


@pytest.mark.parametrize(
    "body", [b"", b"\x00\x01\x02", b"<div>" * 200_000, b"<a href='" * 50_000, b"\xff\xfe<\x00p\x00"]
)
def test_a_page_that_can_not_be_read_is_one_without_a_text(body: bytes) -> None:
    assert isinstance(page_text(body), PageText)
