"""Commands that keep evidence: a page or file captured, looked at again, proved, handed on, redacted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from habeas.archive.check import check
from habeas.archive.store import fetch as stored
from habeas.archive.warc import wacz_of
from habeas.cli.exporting import log_export
from habeas.cli.shown import note, say, show_json, show_table
from habeas.delimited import read_bytes
from habeas.domain.claims import Kept
from habeas.domain.words import Part
from habeas.intake.captures import look_again, proving
from habeas.intake.captures.capturing import Taken, capture_address, capture_file
from habeas.intake.captures.reach import add_authority
from habeas.intake.captures.redact import redact
from habeas.intake.live import live
from habeas.intake.sources import NewSource, known_source
from habeas.problems import BadInput


def capture(what: str, new: NewSource, remark: str, editor: str, as_json: bool) -> None:
    if what.lower().startswith(("http://", "https://")):
        taken = capture_address(what, new, editor=editor)
    else:
        taken = capture_file(new, read_bytes(Path(what)), remark=remark, editor=editor)
    if as_json:
        show_json({"source": taken.id, "sha256": taken.sha256, "text": taken.text, "proofs": dict(taken.proofs)})
        return
    _tell(taken)


def _tell(taken: Taken) -> None:
    say(f"Kept as {taken.id}: SHA-256 {taken.sha256}")
    if not taken.text:
        say("  It holds no text that could be searched or quoted.")
    for by, outcome in taken.proofs:
        say(f"  {by}: {outcome}")
    if not taken.proofs:
        note("  No proof of its time was asked for: no authority is known. See: habeas archive authority --help")


def check_all(older_than: int, limit: int, offline: bool, editor: str, as_json: bool) -> None:
    damage = [{"copy": one.name, "what": one.what} for one in check(look_again.copies_named())]
    unproved = [{"copy": copy, "what": why} for copy, why in proving.amiss()]
    seen: list[look_again.Seen] = []
    proofs: tuple[tuple[str, str], ...] = ()
    if not offline:
        seen = list(look_again.look_again(look_again.due(timedelta(days=older_than), limit), editor=editor))
        proofs = proving.try_again(editor=editor)
    if as_json:
        show_json({"damaged": damage, "unproved": unproved, "looked": seen, "proofs": dict(proofs)})
    else:
        _report(seen, [*damage, *unproved], proofs)
    if damage:
        raise BadInput(f"{len(damage)} archived copies are damaged or missing. Restore them from a backup.")


def _report(
    seen: Sequence[look_again.Seen], amiss: Sequence[dict[str, str]], proofs: Sequence[tuple[str, str]]
) -> None:
    for one in amiss:
        say(f"{one['copy'][:12]}… {one['what']}")
    if seen:
        show_table(("source", "found", "why"), [(one.source, one.found, one.why) for one in seen])
    for by, outcome in proofs:
        say(f"{by}: {outcome}")
    say(f"{len(seen)} sources were looked at again; {len(amiss)} copies or proofs need a look.")


def authority(name: str, address: str, certificates: Path) -> None:
    add_authority(name, address, certificates)
    say(f"{name} is asked for a proof of the time of every capture from now on.")


def export(key: str, file: Path) -> None:
    source, said = known_source(key)
    parts = {line.claim.part: line for line in live(Kept, subjects=[source]) if isinstance(line.claim, Kept)}
    line = parts.get(Part.WARC)
    if line is None or not isinstance(line.claim, Kept):
        raise BadInput(f"{source} was not captured from its address, so that there is no exchange to hand on.")
    if file.exists():
        raise BadInput(f"{file} exists already. Name another file.")
    log_export()
    file.write_bytes(wacz_of(stored(line.claim.sha256), said.address, said.title or said.publisher, line.moment))
    say(f"{source} is in {file}, for whoever replays web pages.")


def _check_free(out: Path) -> None:
    if not out.parent.is_dir():
        raise BadInput(f"There is no folder {out.parent}. Make it first; nothing was redacted yet.")
    if out.exists():
        raise BadInput(f"{out} is there already. Choose another name; nothing was redacted yet.")


def redact_source(key: str, words: Sequence[str], alike: bool, out: Path | None, editor: str, as_json: bool) -> None:
    if out is not None:
        _check_free(out)
    made = redact(key, words, editor=editor, alike=alike)
    if out is not None:
        log_export(editor)
        out.write_text(made.text, encoding="utf-8")
    if as_json:
        taken = [number for _, number in made.taken_out]
        show_json({"source": made.source, "sha256": made.sha256, "taken_out": taken, "left": list(made.left)})
        return
    say(f"The redacted copy of {made.source} is {made.sha256}; the original is untouched.")
    say(f"  Taken out in {sum(number for _, number in made.taken_out)} places.")
    if made.left:
        say(f"  Still in the copy, and perhaps the same: {', '.join(made.left[:20])}.")
        say("  Read it, and take them out with --cut, or all of them with --alike.")
