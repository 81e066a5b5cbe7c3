"""The published method is the tested one."""

from scripts.render_method import METHOD, pages


def test_the_pages_of_the_method_are_those_of_the_tests() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in METHOD.glob("*.md")} == pages()
