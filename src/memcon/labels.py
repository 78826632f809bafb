"""Labels: which lines of a record name the speaker of what follows."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import regex

from memcon import people
from memcon.people import Person

# A label ends at the first colon of its line that white space, emphasis or the line's end follows.
_LINE = regex.compile(
    r"^[^\S\n]*(?P<bullet>[>•–—-][ \t]+)?"
    r"(?P<open>[*_]{0,3})(?P<label>[^\s:*_#<>|\[\](][^\n:]{0,78}?)(?P<close>[*_]{0,3})"
    r"[ \t]*:{1,2}(?P<end>[*_]{0,3})(?=\s|$)",
    regex.MULTILINE,
)
_SENTENCE_INSIDE = regex.compile(r"[?!;…]|[\p{Ll}\p{N}]{2,}\.\s+\p{Ll}|[\"“”]|,\s+\p{Ll}|—")

METADATA = frozenset(
    "abstract access agenda archive attachment author authors bibliography caption cc citation classification "
    "collection contents contributor copies copy country coverage creator credits date dates declassified description "
    "distribution document drafted enclosure event file folder format from id identifier keywords language languages "
    "length licence license location meeting memorandum note notes notetaker notetakers number original origin pages "
    "part participant participants persons place present provenance publication published publisher record rights "
    "series signature signed source sources status subject subjects summary time times title to topic topics "
    "translation translator translators transcript type url venue version volume".split()
)
# Before the talk a line of these names people who are present; in the talk it is a turn of theirs.
PRESENT = frozenset("interpreter interpreters translator translators notetaker notetakers".split())
_KEYS = METADATA | PRESENT


class Label(NamedTuple):
    """A label in the source: ``start`` to ``end`` holds marks and colon, ``printed`` is the designation alone."""

    start: int
    end: int
    printed: str
    rule: str
    confidence: float


class Verdict(NamedTuple):
    """What one distinct label is held to be."""

    kind: str  # "speaker", "office", "possible" or "other"
    rule: str
    confidence: float


def is_metadata(label: str) -> bool:
    """Tell whether a line's beginning is a key of the record's description.

    Args:
        label: what stands before the colon.

    Returns:
        Whether its first or last word is one that archives and note-takers use as a key.

    Example:
        >>> is_metadata("Time of meeting"), is_metadata("Original Language"), is_metadata("Mao Zedong")
        (True, True, False)
    """
    found = [people.key(word) for word in people.words(label)]
    key_like = bool(found) and (found[0] in _KEYS or found[-1] in _KEYS)
    return key_like and found[0] != "the" and not (len(found) > 1 and found[0] in people.PERSONAL_TITLES)


def judge(label: str, n: int, *, known: Sequence[Person]) -> Verdict:
    """Judge one distinct label.

    Args:
        label: what stands before the colon.
        n: how many lines of the document begin with it.
        known: the people of the study and those whom the document lists.

    Returns:
        ``speaker``: somebody known, a title with a name, or a name that comes back; ``office``: an office alone,
        which speaks in the talk and is a field before it; ``possible``: a name's shape, once; ``other``: the rest.

    Example:
        >>> judge("There are untrustworthy people too", 1, known=[]).kind
        'other'
    """
    if people.match(label, known).person is not None:
        return Verdict("speaker", "label-of-known-person", 0.99)
    if _SENTENCE_INSIDE.search(label) or not people.is_name_like(label):
        return Verdict("other", "not-shaped-like-a-name", 0.9)
    named = [people.key(word) for word in people.words(label)]
    if named[0] in PRESENT or named[-1] in PRESENT:
        return Verdict("office", "label-of-office", 0.8)
    if is_metadata(label):
        return Verdict("other", "key-of-the-description", 0.9)
    if people.has_title(label) and not people.bare(label):
        return Verdict("office", "label-of-office", 0.95 if n > 1 else 0.8)
    if people.has_title(label):
        return Verdict("speaker", "label-with-title", 0.95 if n > 1 else 0.8)
    if n > 1:
        return Verdict("speaker", "label-repeated", 0.9)
    return Verdict("possible", "label-once", 0.5)


def find(text: str, *, known: Sequence[Person]) -> list[Label]:
    """Find the labels of a document.

    Each distinct line beginning is judged once. The talk begins with the first label of a speaker, or of an office
    whose line is more than a name. After that an office is a label, and so is a name's shape that occurs once at
    the start of a paragraph. Where nobody is surer than that there is no talk: headings look the same.

    Args:
        text: the source text, newlines as ``\\n``.
        known: the people of the study and those whom the document lists.

    Returns:
        The labels in order.

    Example:
        >>> text = "Place: Bern\\n\\nMr. Lin: One thing: no.\\n\\nMr. Orr: Why?"
        >>> [label.printed for label in find(text, known=[])]
        ['Mr. Lin', 'Mr. Orr']
    """
    lines = list(_LINE.finditer(text))
    n = Counter(line["label"].strip() for line in lines)
    verdicts = {label: judge(label, count, known=known) for label, count in n.items()}
    found: list[Label] = []
    for line in lines:
        verdict = verdicts[line["label"].strip()]
        begins = verdict.kind == "speaker" or (verdict.kind == "office" and not _names_somebody(text, line.end()))
        inside = verdict.kind == "office" or (verdict.kind == "possible" and _starts_paragraph(text, line.start()))
        if begins or (found and inside):
            start = line.start("bullet") if line["bullet"] else line.start("open")
            found.append(Label(start, line.end(), line["label"].strip(), verdict.rule, verdict.confidence))
    return found


def _names_somebody(text: str, start: int) -> bool:
    """Tell whether what follows a key on its line is a name and no speech."""
    value = text[start : start + 120].split("\n", 1)[0].strip()
    return value[-1:] not in tuple(".?!…") and all(people.is_name_like(part) for part in value.split(","))


def _starts_paragraph(text: str, start: int) -> bool:
    before = text[max(0, start - 80) : start]
    return before[len(before.rstrip()) :].count("\n") > 1 or (len(before) < 80 and not before.strip())
