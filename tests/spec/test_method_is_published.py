"""The published method is the tested one."""

from scripts.render_method import METHOD, SITE, for_the_site, pages


def test_the_pages_of_the_method_are_those_of_the_tests() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in METHOD.glob("*.md")} == pages()


def test_what_the_site_shows_of_the_method_is_that_of_the_tests() -> None:
    assert SITE.read_text(encoding="utf-8") == for_the_site()
