"""How pages may be asked for: nothing but reading is answered, of the register and of a public copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from django.urls import get_resolver

from habeas.pages import urls
from tests.pages.conftest import STEFANOVIC

CHANGING = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND")
READ, POSTED = "GET, HEAD, OPTIONS", "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("name", sorted(one.name for one in urls.urlpatterns))
def test_every_page_refuses_whatever_would_change_something_before_it_looks_at_the_question(name: str) -> None:
    view = next(one.callback for one in urls.urlpatterns if one.name == name)
    words = dict.fromkeys(get_resolver("habeas.pages.urls").reverse_dict.getlist(name)[0][0][0][1], "any")
    allowed = POSTED if name == "search" else READ
    for method in CHANGING:
        if method in allowed:
            continue
        response = view(RequestFactory().generic(method, "/"), **words)
        assert (response.status_code, response.headers["Allow"]) == (405, allowed), method
    told = view(RequestFactory().options("/"), **words)
    assert (told.status_code, told.content, told.headers["Allow"]) == (204, b"", allowed)


@pytest.mark.parametrize("address", ["/", "/people", f"/people/{STEFANOVIC}", "/counts.csv", "/be/search"])
def test_a_head_is_what_was_asked_for_without_its_body(reader: Client, address: str) -> None:
    asked, head = reader.get(address), reader.head(address)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("Content-Type", "Content-Length", "Content-Language", "Content-Security-Policy"):
        assert head.headers[name] == asked.headers[name]


@pytest.mark.parametrize("address", ["/feeds/releases.xml", "/static/names/a.js", "/people.html", "/index.html", "/"])
def test_files_of_a_copy_are_read_and_nothing_else(
    reader: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    from habeas.publish.prebuilt import prebuilt

    site = tmp_path / "site"
    for name in ("feeds/releases.xml", "static/names/a.js", "people.html", "index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("a file")
    monkeypatch.setenv("HABEAS_PUBLIC", str(tmp_path))
    answer = prebuilt(lambda request: reader.generic(str(request.method), request.path_info))  # type: ignore[return-value]
    assert answer(RequestFactory().get(address)).status_code == 200
    for method in CHANGING:
        response = answer(RequestFactory().generic(method, address))
        assert response.status_code == 405 and "GET" in response.headers["Allow"], method
