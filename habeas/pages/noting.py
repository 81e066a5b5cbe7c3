"""The list of a page's notes as HTML: each claim, who said it, and in which source.

Made here and not in a template, which takes several times as long: these lists are most of what is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from habeas.pages.notes import Note
from habeas.register.answers import ClaimShown
from habeas.register.tongue import as_said, day_in_words

Address = Callable[[str, str], str]
"""Of a page by its kind and id, with the reader's days."""
_OUT = 'class="out" rel="noreferrer nofollow external"'


@dataclass(frozen=True, slots=True)
class Noting:
    """How one page writes its notes. `whose`: the page is a source's, and each note says of whom it is."""

    address: Address
    contradicted: Callable[[Note], str]
    whose: bool

    def written(self, notes: Iterable[Note]) -> SafeString:
        return mark_safe(f'<ol class="claims">{"".join(map(self._note, notes))}</ol>\n')

    def _note(self, note: Note) -> str:
        kind = ' class="retracted"' if note.retracted else ' class="aside-claim"' if note.set_aside else ""
        return (
            f'\n<li id="n{note.number}" value="{note.number}"{kind}>\n<p class="said">{self._said(note)}</p>\n'
            f'<p class="who">{self._who(note)}. <span class="learned">{_learned(note.claim)}</span>'
            f"{self._against(note)}</p>\n</li>"
        )

    def _said(self, note: Note) -> str:
        sentence = escape(note.claim.sentence)
        stands = _("Taken back.") if note.retracted else _("Set aside.") if note.set_aside else ""
        told = f"<s>{sentence}</s>" if note.retracted else sentence
        told = f"{escape(note.about)}: {told}" if note.about else told
        told += f' <strong class="stands">{stands}</strong>' if stands else ""
        return f"{told} {self._whose(note.claim)}" if self.whose else told

    def _whose(self, claim: ClaimShown) -> str:
        if claim.subject.startswith("p-"):
            return self._to("person", claim.subject, _("Of whom"))
        if "Batch" in claim.kind or claim.kind == "StageMoved":
            return self._to("release", claim.subject, _("Of which release"))
        return ""

    def _to(self, kind: str, id: str, said: str) -> str:
        return f'<a href="{escape(self.address(kind, id))}">{said}</a>'

    def _who(self, note: Note) -> str:
        claim = note.claim
        told = _("Said by %(speaker)s") % {"speaker": escape(claim.speaker)} if claim.speaker else ""
        told += f" ({_meaning(note.how_near)})" if note.how_near else ""
        told += f"; {_meaning(note.how_firmly)}" if note.how_firmly else ""
        if claim.source and not self.whose:
            told += f"{';' if claim.speaker else ''} {self._source(claim)}"
        if note.printed:
            language = f' lang="{escape(claim.language)}"' if claim.language else ""
            told += "; " + _("printed:") + f" <q{language}>{escape(note.printed)}</q>"
        return told

    def _source(self, claim: ClaimShown) -> str:
        source = claim.source
        assert source is not None, "asked of claims that have one"
        named = escape(source.publisher) + (f", {escape(as_said(source.published))}" if source.published else "")
        told = pgettext("a source", "in") + " " + self._to("source", source.id, named)
        at = _("at its address")
        return f'{told} <a {_OUT} href="{escape(source.link)}">{at}</a>' if source.link else told

    def _against(self, note: Note) -> str:
        others = self.contradicted(note) if note.against else ""
        told = _("Contradicted by %(others)s.") % {"others": others}
        return f' <span class="against">{told}</span>' if others else ""


def _learned(claim: ClaimShown) -> str:
    return _("Learned %(day)s.") % {"day": escape(day_in_words(claim.recorded))}


def _meaning(words: str) -> str:
    return escape(pgettext("a closed word", words))
