"""Render docs/method, and what the site shows of it, from the drawn tests: each file a page, each test a paragraph,
so that what is published is tested.

Run `python scripts/render_method.py` after changing a drawn test; `--check` only says whether the pages are current.
"""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "tests" / "spec"
METHOD = ROOT / "docs" / "method"
SITE = ROOT / "habeas" / "pages" / "method.json"


def pages() -> dict[str, str]:
    """File name to text of every page, the index first."""
    chapters = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SPEC.glob("test_[0-9]_*.py"))}
    out = {"README.md": _index(chapters)}
    for path, tree in chapters.items():
        out[_name(path)] = _page(tree)
    return out


def for_the_site() -> str:
    """The same as data that ships with the program."""
    files = sorted(SPEC.glob("test_[0-9]_*.py"))
    chapters = [_chapter(path, ast.parse(path.read_text(encoding="utf-8"))) for path in files]
    return json.dumps(chapters, ensure_ascii=False, indent=1) + "\n"


def _chapter(path: Path, tree: ast.Module) -> dict[str, object]:
    title, _, text = (ast.get_docstring(tree) or "").partition("\n")
    rules = [
        {"sentence": sentence, "claims": table, "shown": list(expected.items())}
        for sentence, table, expected in map(_rule, _tests(tree))
    ]
    key = _name(path).removesuffix(".md")
    return {"key": key, "title": title, "text": " ".join(text.split()), "rules": rules}


def _name(path: Path) -> str:
    return path.stem.removeprefix("test_").replace("_", "-") + ".md"


def _index(chapters: dict[Path, ast.Module]) -> str:
    links = "\n".join(f"1. [{_title(tree)}]({_name(path)})" for path, tree in chapters.items())
    return (
        "# The method\n\n"
        "How a status is reached from claims. Each paragraph is a test that the program passes: the table holds the\n"
        "claims, the list below it what is shown. These pages are rendered from the tests by "
        "`scripts/render_method.py`.\n\n"
        f"{links}\n"
    )


def _title(tree: ast.Module) -> str:
    return (ast.get_docstring(tree) or "").splitlines()[0]


def _page(tree: ast.Module) -> str:
    title, _, text = (ast.get_docstring(tree) or "").partition("\n")
    return f"# {title}\n\n{text.strip()}\n\n" + "\n".join(map(_paragraph, _tests(tree)))


def _tests(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def _paragraph(test: ast.FunctionDef) -> str:
    sentence, table, expected = _rule(test)
    shown = "\n".join(f"- {day}: **{status}**" for day, status in expected.items())
    return f"## {sentence}\n\n```\n{table}\n```\n\n{shown}\n"


def _rule(test: ast.FunctionDef) -> tuple[str, str, dict[str, str]]:
    """The sentence, the table of claims, and what is shown on which day."""
    sentence = test.name.removeprefix("test_").replace("_", " ").capitalize()
    call = next(node for node in ast.walk(test) if isinstance(node, ast.Call) and len(node.args) == 2)
    table, expected = (ast.literal_eval(argument) for argument in call.args)
    return sentence, dedent(table).strip(), expected


def main() -> int:
    fresh = pages()
    if "--check" in sys.argv:
        stale = [name for name, text in fresh.items() if _held(METHOD / name) != text]
        stale += [SITE.name] if _held(SITE) != for_the_site() else []
        if stale:
            print(f"docs/method is not current: {', '.join(stale)}. Run: python scripts/render_method.py")
        return 1 if stale else 0
    METHOD.mkdir(parents=True, exist_ok=True)
    for name, text in fresh.items():
        (METHOD / name).write_text(text, encoding="utf-8")
    SITE.write_text(for_the_site(), encoding="utf-8")
    return 0


def _held(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
