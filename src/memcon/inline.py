"""Inside a turn: what the speaker said, and what the record puts between the words."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from memcon import people


class Span(NamedTuple):
    """A stretch of source text with its kind; ``turn`` is None outside the turns."""

    kind: str
    start: int
    end: int
    turn: int | None
    rule: str
    confidence: float


FOOTNOTE_MARK = regex.compile(r"\^\[\d{1,3}\]|\[\^\w{1,8}\](?!:)|\[\d{1,3}\]|\[\\\[\d{1,3}\\\]\]\([^()\s]*\)")
_BRACKET = regex.compile(r"\[[^\[\]]{1,2000}\]")
# "[T]he": the letter is the editor's, the word the speaker's.
_LETTER = regex.compile(r"\[\p{L}\](?=\p{Ll})")
_PARENTHESIS = regex.compile(r"\([^()]{1,2000}\)")
_EMPHASIS = regex.compile(
    r"(?<![\w*_])(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<inside>[^*_\n]{1,400})(?<=[^\s*_])(?P=mark)(?![\w*_])"
)
_PARAGRAPH = regex.compile(r"[ \t]*\n[ \t]*\n\s*")
_OMISSION = regex.compile(
    r"omitted|omission|not declassified|illegible|inaudible|unclear|indecipherable|unintelligible|missing|gap|"
    r"here follows|blank|excised|sanitized|redacted",
    regex.IGNORECASE,
)
# ASSUME: a bracket is about conduct, not speech, when it is a short noun of conduct, or begins with a verb of conduct.
_NOUN = regex.compile(
    r"(?:laughter|applause|silence|pause|cheers|cheering|interruption|recess|break|crosstalk|sighs?)(?:\W+\w+){0,2}\W*",
    regex.IGNORECASE,
)
_ACT = (
    r"(?:(?:laugh|chuckl|smil|applaud|clapp?|nodd?|gestur|interrupt|interject|interpos|whisper|paus|cough|sigh|hesitat|"
    r"exclaim|shout|frown|grinn?|weep|jok)(?:s|es|ed|ing)|reads|referring|refers|indicating|addressing|speaking|aside|"
    r"jokingly|ironically|sarcastically|emphatically|overlapping|translating)\b"
)
_ACT_TO = (
    r"(?:point|turn|hand|look|glanc|read|stand|ris|leav|enter|exit|walk|show|motion|toast|giv|tak|hold|rais)(?:s|es|ed|ing)"
    r"|stood|rose|gave|took|held"
)
_TO = r"(?=\W*$|\s+(?:to|at|toward|towards|from|with|over|around|into|in|up|the|a|an|his|her|him|them)\b)"
_CONDUCT = regex.compile(rf"(?:{_ACT}|(?:{_ACT_TO}){_TO}|at this point\b)", regex.IGNORECASE)
_NAME_FIRST = regex.compile(
    rf"(?:[Tt]he |[Tt]hey )?(?:\p{{Lu}}[\p{{L}}\p{{M}}'’.\-]*\s+){{0,4}}(?:{_ACT}|(?:{_ACT_TO}){_TO})"
)
_LANGUAGE = regex.compile(r"in \p{Lu}\p{L}*(?:ish|ese|ian|nch|man|bic|brew|tch|ean)\.?")
_UNFINISHED = regex.compile(r"[\p{L}\p{M}\p{N},;]\Z|[\p{L}\p{N}]['’)]\Z")
_ITEM = regex.compile(r"[(\[•*\-–—#]|\p{N}{1,3}[.)]\s|\p{L}[.)]\s")


def is_stage_direction(content: str) -> bool:
    """Tell whether the words in a pair of brackets say what somebody does.

    They do when the first word is a verb or noun of the kind that note-takers use for conduct ("Laughter",
    "turning to …"), when a name followed by such a verb opens them ("Mao pointed to …"), or when they say to
    whom or in what language ("to Comrade Hysni", "in English").

    Args:
        content: what stands between the brackets.

    Returns:
        Whether it is a stage direction; anything else in parentheses is speech.

    Example:
        >>> is_stage_direction("Mao pointed to the interpreter"), is_stage_direction("or nearly so")
        (True, False)
    """
    content = content.strip().removesuffix(".")
    if _NOUN.fullmatch(content) or _CONDUCT.match(content) or _LANGUAGE.fullmatch(content):
        return True
    if _NAME_FIRST.match(content):
        return True
    folded = content.casefold()
    return folded.startswith("to ") and people.has_title(content) and len(people.words(content)) <= 8


def _brackets(text: str, start: int, end: int, turn: int) -> Iterator[Span]:
    for match in _LETTER.finditer(text, start, end):
        for at in (match.start(), match.end() - 1):
            yield Span("emphasis_mark", at, at + 1, turn, "letter-in-brackets", 0.9)
    for match in FOOTNOTE_MARK.finditer(text, start, end):
        yield Span("footnote_mark", match.start(), match.end(), turn, "number-in-brackets", 0.95)
    for match in _BRACKET.finditer(text, start, end):
        content = match.group()[1:-1]
        if _LETTER.match(text, match.start()):
            continue
        if _OMISSION.search(content):
            yield Span("omission", match.start(), match.end(), turn, "brackets-say-omitted", 0.9)
        elif is_stage_direction(content):
            yield Span("stage_direction", match.start(), match.end(), turn, "brackets-say-conduct", 0.8)
        else:
            yield Span("insertion", match.start(), match.end(), turn, "square-brackets", 0.9)
    for match in _PARENTHESIS.finditer(text, start, end):
        if is_stage_direction(match.group()[1:-1]):
            yield Span("stage_direction", match.start(), match.end(), turn, "parentheses-say-conduct", 0.85)
    for match in _EMPHASIS.finditer(text, start, end):
        for name in ("mark", "inside"):
            at = match.start("mark") if name == "mark" else match.end("inside")
            yield Span("emphasis_mark", at, at + len(match["mark"]), turn, "paired-emphasis", 0.95)


def _page_breaks(text: str, start: int, end: int, turn: int, taken: list[Span]) -> Iterator[Span]:
    """Find blank lines that cut a sentence: the paragraph before them does not end one."""
    ends_of_marks = {span.end: span.start for span in taken if span.kind in ("footnote_mark", "emphasis_mark")}
    for gap in _PARAGRAPH.finditer(text, start, end):
        before = gap.start()
        while before in ends_of_marks:
            before = ends_of_marks[before]
        unfinished = _UNFINISHED.search(text, max(start, before - 3), before) is not None
        closes = any(span.end == before for span in taken)
        if unfinished and not closes and gap.end() < end and not _ITEM.match(text, gap.end()):
            yield Span("page_break", gap.start(), gap.end(), turn, "sentence-runs-on", 0.85)


def split(text: str, start: int, end: int, turn: int) -> list[Span]:
    """Split what follows a label into spans.

    Args:
        text: the source text, newlines as ``\\n``.
        start: where the speech begins.
        end: where it ends.
        turn: the number of the turn.

    Returns:
        Spans that tile ``start`` to ``end``: utterance, stage_direction, insertion, omission, footnote_mark,
        emphasis_mark and page_break.

    Example:
        >>> [span.kind for span in split("Yes. (Laughter.) No [Soviet] troops.", 0, 36, 1)]
        ['utterance', 'stage_direction', 'utterance', 'insertion', 'utterance']
    """
    taken: list[Span] = []
    reached = start
    for span in sorted(_brackets(text, start, end, turn), key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            taken.append(span)
            reached = span.end
    taken += _page_breaks(text, start, end, turn, taken)
    tiled: list[Span] = []
    reached = start
    for span in sorted(taken, key=lambda span: span.start):
        if span.start > reached:
            tiled.append(Span("utterance", reached, span.start, turn, "after-label", 0.95))
        tiled.append(span)
        reached = span.end
    if end > reached:
        tiled.append(Span("utterance", reached, end, turn, "after-label", 0.95))
    return tiled


def clean(text: str, spans: list[Span]) -> tuple[str, list[int]]:
    """Make the text of a turn from its spans.

    Utterances are joined; a page break becomes a space; white space becomes one space, or a blank line between
    paragraphs; what stood between the words leaves no gap before a comma or a point.

    Args:
        text: the source text, newlines as ``\\n``.
        spans: the spans of one turn, in order.

    Returns:
        The text, and for each of its characters the offset in the source.

    Example:
        >>> source = "troops (Laughter.), and [so] on"
        >>> clean(source, split(source, 0, len(source), 1))[0]
        'troops, and on'
    """
    made: list[str] = []
    at: list[int] = []
    gap: tuple[str, int] | None = None
    removed = apart = False
    for span in spans:
        if span.kind == "page_break":
            gap = (" ", span.start)
            continue
        if span.kind != "utterance":
            removed = removed or span.kind != "emphasis_mark"
            apart = apart or span.kind not in ("emphasis_mark", "footnote_mark")
            continue
        for part in regex.finditer(r"\s+|\S+", text[span.start : span.end]):
            begin = span.start + part.start()
            if part.group().isspace():
                blank = part.group().count("\n") > 1 or (gap is not None and gap[0] == "\n\n")
                gap = ("\n\n" if blank else " ", begin)
                continue
            if gap is None and apart and made and made[-1].isalnum() and part.group()[0].isalnum():
                gap = (" ", begin)
            if gap is not None and made and not (removed and gap[0] == " " and part.group()[0] in ".,;:!?)"):
                made.extend(gap[0])
                at.extend([gap[1]] * len(gap[0]))
            made.extend(part.group())
            at.extend(range(begin, begin + len(part.group())))
            gap, removed, apart = None, False, False
    return "".join(made), at
