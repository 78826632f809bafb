"""Front and back matter: what a record says about itself before and after the talk."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import regex

from memcon import labels, people
from memcon.inline import Span

PARAGRAPH = regex.compile(r"\S(?:[^\n]|\n(?![ \t]*(?:\n|$)))*", regex.MULTILINE)
_MARKS = regex.compile(r"(?P<before>#{1,6}[ \t]+|>[ \t]+)?(?P<open>\*{1,3}|_{1,3})?(?=\S)")
_FIELD = regex.compile(r"(?P<key>[\p{L}&][\p{L}\p{M} &/'’()\-]{1,40}?)[ \t]*:(?=\s|$|\*|_)\s*")
_CLASSIFICATION = regex.compile(
    r"(?:top secret|secret|confidential|restricted|unclassified|limited official use|eyes only|nodis|exdis|sensitive|"
    r"internal|[\s/;,.\-—()]|declassified)+",
    regex.IGNORECASE,
)
_HEADING = regex.compile(
    r"(?:draft |summary |verbatim |stenographic )?(?:memorandum|memcon|minutes|record|transcript|stenogram|note|notes|"
    r"conversation|talk|proceedings|report|meeting)\b",
    regex.IGNORECASE,
)
_FOOTNOTE = regex.compile(r"\[\\\[\d{1,3}\\\]\]\([^()\s]*\)|\^?\[\^?\d{1,3}\]:?(?=\s)")
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>" + "|".join(f"{month[:3]}(?:t(?=\\b|\\.)|{month[3:]})?" for month in _MONTHS) + r")\.?"
_DATES = (
    regex.compile(
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>1[5-9]\d\d|20\d\d)\b", regex.IGNORECASE
    ),
    regex.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>1[5-9]\d\d|20\d\d)\b", regex.IGNORECASE
    ),
    regex.compile(r"\b(?P<year>1[5-9]\d\d|20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
)
_LIST = regex.compile(r"\s*(?:,?\s+and\s+|,)\s*")

# What the keys of archives and note-takers announce; any other key announces metadata.
_KINDS = {
    "citation": "citation",
    "summary": "summary",
    "abstract": "summary",
    "credits": "credits",
    "credit": "credits",
    "language": "language_note",
    "contents": "language_note",
    "translation": "language_note",
    "participants": "participants",
    "present": "participants",
    "interpreter": "participants",
    "interpreters": "participants",
    "translator": "participants",
    "translators": "participants",
    "notetaker": "participants",
    "classification": "classification",
}
_ROLES = {"interpreter": "interpreter", "translator": "interpreter", "notetaker": "note-taker"}


class Paragraph(NamedTuple):
    """A paragraph of the front matter: its spans and, where it is a field, key and value."""

    start: int
    end: int
    key: str
    value: str
    kind: str
    rule: str


def find_date(text: str) -> str | None:
    """Return the first date of a text.

    Args:
        text: any text.

    Returns:
        The date as YYYY-MM-DD, or None.

    Example:
        >>> find_date("Time of meeting: 3 February 1967, starting at 17:20")
        '1967-02-03'
    """
    found = [match for pattern in _DATES for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        groups = match.groupdict()
        month = groups.get("month")
        number = [m[:3] for m in _MONTHS].index(month[:3].casefold()) + 1 if month else int(groups["number"])
        try:
            return date(int(groups["year"]), number, int(groups["day"])).isoformat()
        except ValueError:
            continue
    return None


def participants(value: str, key: str) -> list[dict[str, str | None]]:
    """Read the people whom a field of the record lists.

    One a line or one between semicolons (what follows a comma is the office), else between commas.

    Args:
        value: the field's value as printed.
        key: the field's key, which may name a role.

    Returns:
        For each person ``printed``, ``name`` and ``role``.

    Example:
        >>> [person["name"] for person in participants("Behar Shtylla, and Fan Xuo [sic]", "Participants")]
        ['Behar Shtylla', 'Fan Xuo']
    """
    role = next(
        (_ROLES[word] for word in (people.key(w).rstrip("s") for w in people.words(key)) if word in _ROLES), None
    )
    lines = [line.strip(" \t*-•") for line in value.splitlines() if line.strip(" \t*-•")]
    found = []
    entries = value.strip().rstrip(".")
    if len(lines) == 1:
        lines = entries.split(";") if ";" in entries else _LIST.split(entries)
    for entry in lines:
        name, _, office = entry.partition(",")
        plain = regex.sub(r"\s*[\[(][^\[\]()]*[\])]", "", name).strip()
        if plain and plain[0].isupper() and len(plain) <= 80 and "other" not in plain.casefold():
            found.append({"printed": entry.strip(), "name": plain, "role": role or office.strip() or None})
    return found


def paragraphs(text: str, end: int) -> Iterator[Paragraph]:
    """Read the front matter paragraph by paragraph.

    A key that stands alone announces the next paragraph; a key with a value is one paragraph.

    Args:
        text: the source text, newlines as ``\\n``.
        end: where the talk begins.

    Yields:
        The paragraphs with their kinds.
    """
    waiting, titled, talk_headed = "", False, False
    for match in PARAGRAPH.finditer(text, 0, end):
        start, stop = match.start(), match.start() + len(match.group().rstrip())
        marks = _MARKS.match(text, start)
        opened = marks["open"] if marks else None
        begin = marks.end() if marks else start
        inner = text[begin:stop].removesuffix(opened) if opened else text[begin:stop]
        field = _FIELD.match(inner.replace("**", "  "))
        is_key = field is not None and labels.is_metadata(field["key"])
        if field is not None and is_key:
            value = inner[field.end() :].strip(" *_\n")
            kind = _kind(field["key"]) if value else "heading"
            yield Paragraph(start, stop, field["key"], value, kind, "key-of-the-description")
            waiting = "" if value else field["key"]
            continue
        if waiting:
            yield Paragraph(start, stop, waiting, inner, _kind(waiting), "after-key")
            waiting = ""
        elif _CLASSIFICATION.fullmatch(inner):
            yield Paragraph(start, stop, "classification", inner, "classification", "classification-words")
        elif find_date(inner) and len(people.words(inner)) <= 4:
            yield Paragraph(start, stop, "date", inner, "metadata", "date-alone")
        elif not titled and (opened or (marks and marks["before"]) or _HEADING.match(inner)):
            titled = True
            yield Paragraph(start, stop, "title", " ".join(inner.split()), "title", "first-heading")
        elif (
            (marks and marks["before"])
            or (opened and text.endswith(opened, 0, stop))
            or (not talk_headed and _HEADING.match(inner))
        ):
            talk_headed = True
            yield Paragraph(start, stop, "heading", inner, "heading", "heading-words")
        else:
            yield Paragraph(start, stop, "", inner, "narration", "before-the-first-label")


def _kind(key: str) -> str:
    found = [people.key(word) for word in people.words(key)]
    return next((_KINDS[word] for word in (*found[-1:], *found) if word in _KINDS), "metadata")


def spans(text: str, found: list[Paragraph]) -> Iterator[Span]:
    """Return the spans of the front matter; Markdown's marks are spans of their own.

    Args:
        text: the source text, newlines as ``\\n``.
        found: the paragraphs.

    Yields:
        The spans in order.
    """
    for paragraph in found:
        start, stop = paragraph.start, paragraph.end
        marks = _MARKS.match(text, start)
        opened = (marks["open"] or "") if marks else ""
        begin = marks.end() if marks else start
        closes = bool(opened) and text.endswith(opened, 0, stop) and stop - len(opened) > begin
        if begin > start:
            yield Span("emphasis_mark", start, begin, None, "markdown", 0.95)
        inner_end = stop - len(opened) if closes else stop
        yield Span(paragraph.kind, begin, inner_end, None, paragraph.rule, 0.8 if not paragraph.key else 0.9)
        if closes:
            yield Span("emphasis_mark", inner_end, stop, None, "markdown", 0.95)


def metadata(found: list[Paragraph]) -> dict[str, Any]:
    """Return what the record says of itself.

    Args:
        found: the paragraphs of the front matter.

    Returns:
        ``title``, ``date``, ``place``, ``original_language``, ``citation`` (None where not said) and
        ``participants`` (a list as from ``participants``).
    """
    fields: dict[str, Any] = dict.fromkeys(("title", "date", "place", "original_language", "citation"))
    fields["participants"] = []
    for paragraph in found:
        if not paragraph.value:
            continue
        words = [people.key(word) for word in people.words(paragraph.key)]
        value = " ".join(paragraph.value.split())
        if paragraph.kind == "participants":
            fields["participants"] += participants(paragraph.value, paragraph.key)
        elif paragraph.kind == "title":
            fields["title"] = fields["title"] or value
        elif paragraph.kind == "citation":
            fields["citation"] = fields["citation"] or value
        elif "place" in words or "venue" in words:
            fields["place"] = fields["place"] or value
        elif "language" in words:
            fields["original_language"] = fields["original_language"] or value
        if paragraph.kind in ("metadata", "title", "heading") and ({"date", "time", "title", "heading"} & set(words)):
            fields["date"] = fields["date"] or find_date(value)
    return fields


def footnotes_start(text: str, start: int) -> int:
    """Return where the notes collected at the end of a record begin.

    Args:
        text: the source text, newlines as ``\\n``.
        start: where to look from.

    Returns:
        The offset of the first paragraph that opens with the number 1 or one marked in the text before it; all
        that follow are notes. The text's length if there is none.

    Example:
        >>> footnotes_start("Lin: No.[1]\\n\\n[1] By hand.\\n", 0)
        13
    """
    for match in PARAGRAPH.finditer(text, start):
        note = _FOOTNOTE.match(text, match.start())
        # Speech on the line of the last label may begin with a mark too.
        on_own_line = start == 0 or text.find("\n", start, match.start()) >= 0
        if note is not None and on_own_line:
            number = "".join(character for character in note.group() if character.isdigit())
            marks = (f"[{number}]", f"[^{number}]")
            if number == "1" or any(text.find(mark, 0, match.start()) >= 0 for mark in marks):
                return int(match.start())
    return len(text)
