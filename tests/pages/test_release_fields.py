"""What a release was, on the pages: who says what, what undid it, and never a computed end of a term."""

from __future__ import annotations

from django.test import Client

from tests.pages.conftest import STATKEVICH, STEFANOVIC


def page(reader: Client, address: str) -> str:
    return reader.get(address).content.decode()


def test_a_persons_page_tells_each_release_by_field_and_speaker(reader: Client) -> None:
    told = page(reader, f"/people/{STATKEVICH}")
    assert "What each release was, by whom" in told and "refused to leave" in told
    assert "Undone by an arrest" in told
    assert "due out" not in told


def test_a_release_that_a_nearer_voice_denies_is_said_to_be_set_aside(reader: Client) -> None:
    for person in (STEFANOVIC, STATKEVICH):
        assert "Set aside: a nearer voice" in page(reader, f"/people/{person}")


def test_a_releases_page_breaks_it_down(reader: Client) -> None:
    told = page(reader, "/releases/2025-12-13")
    assert 'id="breakdown"' in told and "pardoned by the head of state" in told.lower()
    assert "Due out anyway" not in told
