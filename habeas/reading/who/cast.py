"""Who is meant where no name stands: pronouns, and the ones a verb is said of, before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.reading.who.kinship import kin_of, no_ties, tie, ties_between
from habeas.reading.who.mentions import Mention
from habeas.reading.who.people import Person
from habeas.reading.words.languages import Language
from habeas.reading.words.text import Sentence, Text, Word

_BESIDE_AFTER = 12
_OPENING, _TO_THE_COMMA = 16, 70
_PLURAL = r"{plural_callings}$"
"""Callings of several: “правозащитники” are nobody who was named."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person at a place of a sentence: by name, or by a pronoun that was understood."""

    person: int
    start: int
    end: int
    clause: int
    pronoun: bool = False
    possessive: bool = False


class Cast:
    """Everybody that a text names, asked by sentence."""

    def __init__(self, text: Text, people: Sequence[Person], language: Language) -> None:
        self.text, self.people, self.language = text, people, language
        self._in: dict[int, list[Named]] = {sentence.number: [] for sentence in text.sentences}
        for number, person in enumerate(people):
            for one in person.mentions:
                sentence = text.sentence_at(one.start)
                self._in[sentence.number].append(
                    Named(number, one.start, one.end, sentence.clause_at(one.start), False, _possessive(text, one))
                )
        self._ties = no_ties()
        for sentence in text.sentences:
            self._in[sentence.number].sort(key=lambda one: one.start)
            named = [(one.person, one.start, one.end) for one in self._in[sentence.number]]
            ties_between(named, text.low, language, self._ties)
        for sentence in text.sentences:
            self._in[sentence.number] = sorted(
                [*self._in[sentence.number], *self._pronouns(sentence), *self._so_many(sentence)],
                key=lambda one: one.start,
            )
            self._in[sentence.number] = sorted(
                [*self._in[sentence.number], *self._called(sentence), *self._kin(sentence)], key=lambda one: one.start
            )

    def named_in(self, sentence: Sentence) -> list[Named]:
        return self._in[sentence.number]

    def by_name(self, sentence: Sentence) -> list[Named]:
        return [one for one in self._in[sentence.number] if not one.pronoun]

    def topic(self, sentence: Sentence) -> int | None:
        """Whom the sentences before were about: the first named in the nearest one that names anybody."""
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            free = [one for one in self._in[number] if not self.people[one.person].officer and not one.possessive]
            if _ITEM.match(
                self.text.printed, self.text.printed.rfind("\n", 0, self.text.sentences[number + 1].words[0].start) + 1
            ):
                return None
            if free:
                return free[0].person
            if _paragraph_between(self.text, self.text.sentences[number], sentence):
                return None
        return None

    def _pronouns(self, sentence: Sentence) -> Iterator[Named]:
        for at, word in enumerate(sentence.words):
            gender = self.language.pronouns.get(word.low)
            if word.low in self.language.listed("several"):
                for one in self._all_meant(sentence):
                    yield Named(one, word.start, word.end, sentence.clause_at(word.start), True, False)
            if gender in ("m", "f"):
                nominative = word.low not in self.language.listed("oblique_pronouns")
                speaks = nominative and self._speaks(sentence, at)
                person = self._meant(sentence, word.start, gender, nominative=nominative, speaks=speaks)
                if person is not None:
                    following = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
                    possessive = word.low in self.language.listed("possessives") and self._owns(word.end, following)
                    yield Named(person, word.start, word.end, sentence.clause_at(word.start), True, possessive)

    def _so_many(self, sentence: Sentence) -> Iterator[Named]:
        """“The two were freed”, “the three men”: everybody named before, if they are as many."""
        for found in self.language.pattern("so_many").finditer(self.text.low, sentence.start, sentence.end):
            number = next((of for word in found.group().split() if (of := self.language.numbers.get(word))), 0)
            offices = dict(self.language.keys("roles"))["official"]
            officers = any(offices.fullmatch(word.removesuffix("s")) for word in found.group().split())
            meant = [] if officers else self._joined_before(sentence, number)
            end = found.start() + found.group().rindex(" ")  # the verb that follows is not of the name
            for one in meant:
                yield Named(one, found.start(), end, sentence.clause_at(found.start()), True, False)

    def _joined_before(self, sentence: Sentence, number: int) -> list[int]:
        """The last before who are named together, as many as are told; two if no number is (“the pair”)."""
        for at in range(sentence.number - 1, max(-1, sentence.number - _BACK), -1):
            group: list[Named] = []
            groups = [group]
            for one in (one for one in self._in[at] if not one.pronoun and not self.people[one.person].officer):
                if group and not _JOINS.fullmatch(self.text.low, group[-1].end, one.start):
                    groups.append(group := [])
                group.append(one)
            everybody = [one for group in groups for one in group if not one.possessive]
            for group in [*reversed(groups), *([everybody] if number else [])]:
                people = list(dict.fromkeys(one.person for one in group))
                if len(people) == (number or 2):
                    return people
        return []

    def _called(self, sentence: Sentence) -> Iterator[Named]:
        """“The nurse was seized”: whoever the text called a nurse before; “the woman”, whoever is one."""
        here = self._in[sentence.number]
        for role, pattern in (*self.language.keys("roles"), *self.language.keys("called")):
            for found in pattern.finditer(self.text.low, sentence.start, sentence.end):
                beside = any(
                    (not one.pronoun and abs(one.start - found.end()) < 30) or self._just_after(one, found)
                    for one in here
                )
                if role == "official" or beside or self.language.shape(_PLURAL).search(found.group()):
                    continue
                if not self.language.free_order and not self.language.shape(r"{the} $").search(
                    self.text.low[max(0, found.start() - _BESIDE_AFTER) : found.start()]
                ):
                    continue
                person = self._of_role(role, sentence)
                if person is not None:
                    clause = sentence.clause_at(found.start())
                    yield Named(person, found.start(), found.end(), clause, True)
                    return

    def _kin(self, sentence: Sentence) -> Iterator[Named]:
        """“Her husband was freed”: whoever the text told of as the husband, if he has a name."""
        for found in self.language.pattern("possessive_kin").finditer(self.text.low, sentence.start, sentence.end):
            owner = next((one.person for one in self._in[sentence.number] if one.start == found.start()), None)
            named = any(one.start - found.end() in (1, 2) for one in self.by_name(sentence))
            word = found.group().split()[-1]
            if owner is not None and named:
                bearer = next(one for one in self.by_name(sentence) if one.start - found.end() in (1, 2))
                tie(owner, bearer.person, word, self.language, self._ties)
            kin = None if owner is None else kin_of(owner, word, self.language, self._ties)
            if kin is not None and not named:
                clause = sentence.clause_at(found.start())
                yield Named(kin, found.start(), found.end(), clause, True)

    def _just_after(self, one: Named, found: re.Match[str]) -> bool:
        """Right after a name its calling is the same person's; past a colon somebody else may be meant."""
        return abs(found.start() - one.end) < _BESIDE_AFTER and ":" not in self.text.low[one.end : found.start()]

    def _of_role(self, role: str, sentence: Sentence) -> int | None:
        """The last before who was called so; for a man or a woman, the last of that gender."""
        for number in range(sentence.number - 1, max(-1, sentence.number - 6), -1):
            for one in self._in[number]:
                person = self.people[one.person]
                called = any(held == role for held, _, _ in person.roles)
                if not person.officer and (called or (role in ("m", "f") and person.gender == role) or role == "any"):
                    return one.person
        return None

    def all_meant(self, sentence: Sentence, start: int, end: int) -> list[Named]:
        """Those named together before, whom a “their” at a place means."""
        clause = sentence.clause_at(start)
        return [Named(one, start, end, clause, True) for one in self._all_meant(sentence)]

    def _all_meant(self, sentence: Sentence) -> list[int]:
        """“Both were seized”: everybody named in the nearest sentence before that names several."""
        for number in range(sentence.number - 1, max(-1, sentence.number - 3), -1):
            named = [
                one.person for one in self._in[number] if not self.people[one.person].officer and not one.possessive
            ]
            several = list(dict.fromkeys(named))
            if len(several) > 1:
                return several
            if several:
                return self._each_before(sentence)
        return []

    def _each_before(self, sentence: Sentence) -> list[int]:
        """“X got nine years. Y, a nurse, got five. They were freed”: those whom the last two sentences opened with."""
        if self.language.free_order or sentence.number < len(("one", "another")):
            return []
        heads: list[int] = []
        for number in (sentence.number - 2, sentence.number - 1):
            named = self._in[number]
            if len({one.person for one in named}) != 1 or self.people[named[0].person].officer or named[0].possessive:
                return []
            heads.append(named[0].person)
        return heads if len(set(heads)) == len(heads) else []

    def _owns(self, end: int, following: Word | None) -> bool:
        """“Her lawyer”, and not “freed her on Friday”."""
        if following is None or self.text.printed[end : following.start].strip():
            return False
        if following.low.isdigit() or following.low in self.language.numbers:
            return False
        if self.language.shape(r"{verb_after_pronoun}$").search(following.low):
            return False  # “его арестовали”: before a verb the pronoun is its object, and owns nothing
        return not any(following.low in self.language.listed(name) for name in ("prepositions", "not_owned"))

    def oblique(self, one: Named) -> bool:
        """“Сестра Анны Рак”, “коллеге Ивану Лису”: “he” and “she” seldom mean whoever stands in such a case."""
        if one.pronoun or not self.language.free_order:
            return False
        words = self.text.low[one.start : one.end].split()
        gender = self.people[one.person].gender
        cases = {"f": (_HER_CASE,), "m": (_HIS_CASE,)}.get(gender, (_HER_CASE, _HIS_CASE))
        return words[0] not in self.language.listed("men_in_a") and any(
            self.language.shape(case).search(words[0]) for case in cases
        )

    def _speaks(self, sentence: Sentence, at: int) -> bool:
        """“Он также подчеркнул”: whoever spoke in the sentence before goes on, office or not."""
        if not self.language.free_order:
            return False
        following = [word.low for word in sentence.words[at + 1 : at + 4]]
        return any(self.language.pattern("speech.verb").fullmatch(word) for word in following)

    def _meant(
        self, sentence: Sentence, place: int, gender: str, *, nominative: bool = False, speaks: bool = False
    ) -> int | None:
        """The nearest before who may be a he or a she: in this sentence, else the first of the one before."""
        here = [one for one in self._in[sentence.number] if one.end <= place and not one.pronoun]
        here = [one for one in here if not _QUOTED.search(self.text.printed, one.end, place)]
        here = [one for one in here if not self._is_kin_of(sentence, one, place)]
        if not self.language.free_order and not _quoted(self.text.printed, sentence.start, place):
            here = [one for one in here if not _quoted(self.text.printed, sentence.start, one.start)]
        for one in reversed(here):
            if self._fits(one.person, gender):
                return one.person
        if (ahead := self._named_ahead(sentence, place, gender)) is not None:
            return ahead
        for number in range(sentence.number - 1, max(-1, sentence.number - 5), -1):
            earlier = self.text.sentences[number]
            named = [one for one in self._in[number] if not self._is_kin_of(earlier, one, one.end + len(", "))]
            fitting = [one for one in named if self._fits(one.person, gender)]
            if fitting:
                prisoners = [one for one in fitting if speaks or not self.people[one.person].officer] or fitting
                upright = [one for one in prisoners if not self.oblique(one)] if nominative else prisoners
                return (upright or prisoners)[0].person
        return None

    def _is_kin_of(self, sentence: Sentence, one: Named, place: int) -> bool:
        """“Daughter of the former president X, she was sentenced”: she is the daughter, and not X."""
        if self.text.printed[one.end : place].strip() != ",":
            return False
        return (
            self.language.pattern("names.relation").match(self.text.low, sentence.words[0].start, one.start) is not None
        )

    def _named_ahead(self, sentence: Sentence, place: int, gender: str) -> int | None:
        """“Since her release in March, X has written a book”: what opens a sentence may speak of its subject."""
        if self.language.free_order or place - sentence.words[0].start > _OPENING:
            return None
        comma = self.text.printed.find(",", place, place + _TO_THE_COMMA)
        after = next((one for one in self._in[sentence.number] if one.start > place and not one.pronoun), None)
        if comma < 0 or after is None or not 0 < after.start - comma <= _BESIDE_AFTER:
            return None
        return after.person if self._fits(after.person, gender) else None

    def _fits(self, person: int, gender: str) -> bool:
        return self.people[person].gender in ("", gender)


def _quoted(printed: str, start: int, place: int) -> bool:
    """Whether a place stands within quotation marks opened in its sentence: “‘I thank X,’ she said” is not X."""
    ahead = printed[start:place]
    return ahead.count("“") > ahead.count("”") or ahead.count('"') % 2 == 1


def _possessive(text: Text, one: Mention) -> bool:
    """“Varonik's husband” speaks of the husband."""
    return bool(re.match(r"['’]s?\b", text.printed[one.end : one.end + 2])) or text.printed[
        one.start : one.end
    ].endswith(("'s", "’s"))


_HIS_CASE, _HER_CASE = r"{man_oblique}$", r"{woman_oblique}$"
_BACK = 8
_JOINS = re.compile(r"(?:,? and |, )(?:[\w-]+ ){0,4}")
_QUOTED = re.compile(r":\s*[«“\"][^»”\"]*$")
"""“The doctor X said: ‘He was let out’”: whoever is quoted speaks of somebody else."""
_ITEM = re.compile(r"\s*[•▪●■✅❌❓*]")


def _paragraph_between(text: Text, one: Sentence, other: Sentence) -> bool:
    return "\n\n" in text.printed[one.end - 1 : other.start + 1] or "\n\n" in text.printed[one.start : one.end]
