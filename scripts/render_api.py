"""Render docs/reference/api.md from the description that the API gives of itself, so that what is read is so.

Run `python scripts/render_api.py` after changing a question or an answer; a test compares the questions.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "api.md"

_OPENING = """# The API

`habeas serve` answers machines at `/api/v1/`, from the register; `habeas serve --public DIR` does so from a public
copy. It reads and never writes, sets no cookie, logs no question, and tells what the public pages tell: what is
withheld or not released is absent, and its id answers as one that never was. The OpenAPI 3.1 description is at
`/api/v1/openapi.json`; this page is rendered from it by `scripts/render_api.py`. `habeas publish` writes it, and the
JSON Schema of each answer, to `api/` of the public copy.

```
$ curl 'http://127.0.0.1:8000/api/v1/people/p-vucwiucntr?on=2025-12-14&known=2025-12-14'
$ curl -H 'Content-Type: application/json' -d '{"name": "Стефанович"}' http://127.0.0.1:8000/api/v1/find
```

- **Two clocks.** Nearly every question takes `on`, a day of the world, and `known`, a day or moment of our own past.
  In a public copy `known` takes data releases alone, by number, `known=r12`, or by day, which means the last of that
  day; `/version` lists them. Every answer says both in `as_of`, with the version and, of a copy, the number of the
  `release` through which one looks: give that one in a link that is to stay.
- **Doubt.** `low` and `high` are the ends of a number in doubt; a person's are 0 or 1. `because` holds the numbers of
  the claims that something rests on; they stand in `claims`.
- **Names** are searched by POST alone, so that no name stands in an address, a history or a log.
- **Pages.** A list gives `total`, `pages`, and in `next` the address of the following page, or null.
- **Tags.** Each answer that is read bears an `ETag`; with `If-None-Match` a client that holds it gets 304 and no
  body. The tag changes with any line of the ledger and with any new copy, a withdrawal too.
- **Methods.** Where GET is answered HEAD is, with the same headers and no body; OPTIONS answers 204 and says in `Allow`
  what an address takes. Any other method gets 405, with `Allow`. The pages answer likewise: they take GET, HEAD and
  OPTIONS, and the search by name POST as well.
- **Small groups.** Breakdowns put groups of fewer than `floor` people together in `others`; in estimates such numbers
  are null.
- **Estimates** are refused with 409, and the reason, where what is known on that day can't tell.
- **Problems** are `application/problem+json`: `what` is wrong, `where` in the question, and what to do `next`. A
  misspelt parameter is refused, since it would narrow nothing and the answer be taken for what was meant.
- A claim's `fields` are pairs of name and value, as the [ledger](ledger.md) writes them.
"""


def page() -> str:
    return "\n".join([questions(), _answers(_document())])


def questions() -> str:
    """What a test compares; the answers below are the program's own and change with it."""
    return "\n".join([_OPENING, _questions(_document())])


def _document() -> dict[str, Any]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.project.settings")
    django.setup()
    from habeas.api.description import document

    return document()


def _questions(document: dict[str, Any]) -> str:
    told = ["## Questions\n"]
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            told += _question(f"{method.upper()} {path.removeprefix('/api/v1')}", operation)
    return "\n".join(told)


def _question(form: str, operation: dict[str, Any]) -> Iterator[str]:
    yield f"### `{form}`\n"
    made = operation["responses"]["200"]["content"]["application/json"]["schema"]
    more = f" {_line(operation['description'])}" if operation.get("description") else ""
    yield f"{operation['summary']}.{more} Answers {_type(made)}.\n"
    rows = [(f"`{one['name']}`", _taken(one), _line(one.get("description", ""))) for one in operation["parameters"]]
    if "requestBody" in operation:
        body = operation["requestBody"]["content"]["application/json"]["schema"]
        rows.append(("body", _type(body), "JSON"))
    if rows:
        yield _table(("in the question", "takes", "meaning"), rows)


def _taken(parameter: dict[str, Any]) -> str:
    # Definitions come and go with the vocabulary, and have a page of their own.
    return "a key of `/definitions`" if parameter["name"] == "definition" else _type(parameter["schema"])


def _answers(document: dict[str, Any]) -> str:
    told = ["## Answers\n"]
    for name, schema in sorted(document["components"]["schemas"].items()):
        told.append(f"### {name}\n\n{_line(schema.get('description', ''))}\n")
        if "enum" in schema:
            told.append(", ".join(f"`{value}`" for value in schema["enum"]) + "\n")
        fields = [(f"`{field}`", _type(one)) for field, one in schema.get("properties", {}).items()]
        if fields:
            told.append(_table(("field", "holds"), fields))
    return "\n".join(told)


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        inside = schema.get("items") or {"anyOf": schema.get("prefixItems", [])}
        return f"list of {_type(inside)}" if isinstance(inside, dict) and inside.get("anyOf") != [] else "list"
    return {"date": "day", "date-time": "moment"}.get(schema.get("format", ""), schema.get("type", "anything"))


def _line(text: str) -> str:
    return " ".join(text.split())


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as nowhere:
        os.environ["HABEAS_HOME"] = nowhere
        PAGE.write_text(page(), encoding="utf-8")
        sys.stdout.write(f"{PAGE.relative_to(ROOT)} is rendered.\n")
