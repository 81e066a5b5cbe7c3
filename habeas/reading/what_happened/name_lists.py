"""Names that a text lists: within a sentence, after a colon, or line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.what_happened.bystanders import of_staff
from habeas.reading.who.cast import Cast, Named
from habeas.reading.words.text import Sentence, Text

TELLING = ("speech.verb", "detained.done", "kept.undergone", "sentenced.done", "release.done", "release.undergone")
"""Headings of verbs that end a list, or keep two names from being parts of one."""

_SEPARATOR = r"[,;(]|\s{joins}\s(?!{former}\b)|—|–"
_FURTHEST = 160
_MOST_BEFORE = 9


def listed(sentence: Sentence, start: int, cast: Cast) -> list[Named]:
    """Names that stand in a row from a place on, one a part, until a verb of speech."""
    names = [one for one in cast.by_name(sentence) if one.start >= start and not freed_them(one, start, cast)]
    end = _ends(sentence, start, cast, names)
    chosen: list[Named] = []
    last = start
    for first, upto in _parts(cast, start, end):
        here = [one for one in names if first <= one.start and one.end <= upto]
        one = _heading(here, first, cast)
        if one is None:
            continue
        if one.start - last > _FURTHEST:
            break
        chosen += [one, *_beside(one, here, cast)]
        last = chosen[-1].end
    return chosen


def _beside(one: Named, here: list[Named], cast: Cast) -> list[Named]:
    """“The leader X and former candidate Y”: “former” may go on with the same person, or begin another."""
    after = [other for other in here if other.start > one.end and other.person != one.person]
    gap = cast.text.low[one.end : after[0].start] if after and not cast.language.free_order else ""
    joined = cast.language.shape(r" {joins} ").match(gap)
    found = _heading(after[:1], one.end + joined.end(), cast) if joined else None
    return [found] if found else []


def freed_them(one: Named, place: int, cast: Cast) -> bool:
    """“Освобождённых Лукашенко заключённых”: right after a participle, and before its noun, stands who did it."""
    if not cast.language.free_order or not 0 <= one.start - place <= 1:
        return False
    noun = cast.language.pattern("counted.several").match(cast.text.low, one.end + 1)
    return noun is not None or (cast.people[one.person].officer and cast.text.printed[one.end : one.end + 1] == " ")


def _ends(sentence: Sentence, start: int, cast: Cast, names: list[Named]) -> int:
    """Where the row ends: at a verb of speech after a comma (“…, said X”), or at the end of the sentence."""
    for verb in cast.language.pattern("speech.verb").finditer(cast.text.low, start, sentence.end):
        before = cast.text.printed[start : verb.start()].rstrip()
        clause = sentence.clause_at(verb.start())
        if before.endswith((",", "—", "–", "”", "»")):
            last = next((one for one in reversed(names) if one.end <= start + len(before)), None)
            speaks = last is not None and _is_who_says(last, start, start + len(before), verb.end(), cast)
            return last.start if last is not None and speaks else verb.start()
        if clause == sentence.clause_at(start):
            return _before_the_last(cast, start, verb.start())
    return sentence.end


def _is_who_says(one: Named, start: int, comma: int, after: int, cast: Cast) -> bool:
    """“All were freed, the spokeswoman, Anna Ivanko, said in a note”: the last name is whose words they are.

    “One of the freed men, Anton Rak, said”: he is both.
    """
    if cast.language.free_order or one.end != comma - 1 or cast.text.printed[start : one.start].count(",") == 1:
        return False
    behind = cast.text.printed[after : after + 2]
    follows = cast.text.low[after:].split(maxsplit=1)[:1]
    own = behind[:1] == " " and (behind[1:].isupper() or follows[0] in cast.language.listed("before_nouns"))
    return not own


def _before_the_last(cast: Cast, start: int, end: int) -> int:
    """Where the part before a verb of speech begins: it is the speaker's."""
    separators = [found.start() for found in cast.language.shape(_SEPARATOR).finditer(cast.text.low, start, end)]
    return separators[-1] if separators else start


def _parts(cast: Cast, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in cast.language.shape(_SEPARATOR).finditer(cast.text.low, start, end):
        yield at, found.start()
        at = found.end()
    yield at, end


def _heading(here: list[Named], first: int, cast: Cast) -> Named | None:
    """The name that a part is about; none if the part hangs on the one before (“who met X”, “the wife of X”)."""
    if not here:
        return None
    one = here[0]
    for other in here[1:]:
        # “советник лидера Светланы Тихановской Денис Кучинский”: the last of names that stand side by side
        if cast.text.printed[one.end : other.start].strip():
            break
        one = other
    words = cast.text.low[first : one.start].split()
    hangs = cast.language.listed("hanging")
    if len(words) > _MOST_BEFORE or (words and words[-1] in hangs):
        return None
    if first and cast.language.free_order and of_staff(words, cast.text.low[one.start : one.end], cast):
        return None
    if one.possessive or cast.language.relatives.fullmatch(words[0] if words else ""):
        return None
    if cast.language.pattern("names.relation").search(" ".join(words)) or _owns_the_head(words, cast):
        return None
    return one


def _owns_the_head(words: list[str], cast: Cast) -> bool:
    """“The spouse of the opposition leader X”: X is who the spouse is of; “one of the leaders, X” is X himself."""
    if cast.language.free_order or len(words) < len(("a", "b", "of", "c")):
        return False
    hang = cast.language.listed("hanging")
    at = next((at for at, word in enumerate(words) if word in hang), 0)
    ahead, behind = " ".join(words[:at]), " ".join(words[at + 1 :])
    if not at or cast.language.pattern("names.some").search(ahead):
        return False
    person = cast.language.pattern("names.introduced")
    return person.fullmatch(words[at - 1]) is not None and person.search(behind.split()[-1]) is not None


def lines_after(sentence: Sentence, cast: Cast) -> list[Named]:
    """The names that head the lines of a list below; what else an item says is passed over."""
    found: list[Named] = []
    marked: bool | None = None
    for line in cast.text.sentences[sentence.number + 1 :]:
        mark = _mark_of(line, cast.text)
        if mark is None:
            continue
        names = cast.by_name(line)
        head = cast.text.printed[line.start : names[0].start].strip(_MARKS) if names else ""
        if not names or len(head.split()) > 4 or (marked is not None and bool(mark) is not marked):
            break
        headed = cast.text.printed[: sentence.end].rstrip().endswith(":") and _is_headed(line, names[0], cast)
        if not mark and not headed and not _is_bare_item(line, names[0], cast):
            break
        marked = bool(mark)
        found.append(names[0])
    return found


def _is_headed(line: Sentence, name: Named, cast: Cast) -> bool:
    """“X – detained in May, sentenced to six years”, below a line that a colon closes."""
    if len(line.words) > _MOST_IN_A_LINE or name.start != line.words[0].start or cast.language.free_order:
        return False
    return re.match(r"\s[—–-]\s|\s?[(:]", cast.text.printed[name.end : line.end]) is not None


_MOST_IN_A_LINE = 30


def _is_bare_item(line: Sentence, name: Named, cast: Cast) -> bool:
    """A short line of its own that begins with a name and tells nothing by a verb."""
    if len(line.words) > 12 or name.start != line.words[0].start:
        return False
    telling = (*TELLING, "kept.absent")
    return not any(cast.language.pattern(verb).search(cast.text.low, line.start, line.end) for verb in telling)


_MARKS = " \n\t-–—•*·●▪✓0123456789.)"


def _mark_of(line: Sentence, text: Text) -> str | None:
    """The bullet or number before a line's first word; None for a sentence that goes on within a line."""
    words = text.printed[line.words[0].start :]
    before = text.printed[: line.words[0].start]
    opening = before[before.rfind("\n") + 1 :]
    if opening.strip(_MARKS):
        return None
    number = (
        line.words[0].text
        if line.words[0].text.isdigit() and words[len(line.words[0].text) :][:1] in (".", ")")
        else ""
    )
    return opening.strip() + number


def heads_a_list(sentence: Sentence, cast: Cast) -> bool:
    """A short line without a name, above lines that begin with names."""
    if len(sentence.words) > 16 or cast.by_name(sentence) or sentence.number + 1 >= len(cast.text.sentences):
        return False
    return len(lines_after(sentence, cast)) >= (1 if cast.text.printed[: sentence.end].rstrip().endswith(":") else 2)
