"""Segmentation: from source text to spans that tile it, and from spans to turns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from memcon import front_matter, inline, labels, tokens
from memcon.inline import Span
from memcon.labels import Label
from memcon.people import Person, match, slug

TURN_COLUMNS = (
    "turn",
    "label",
    "text",
    "char_start",
    "char_end",
    "n_words",
    "n_sentences",
    "n_characters",
    "n_questions",
    "n_paragraphs",
    "n_stage_directions",
    "n_insertions",
    "n_footnotes",
    "n_words_in_insertions",
)


class Segmented(NamedTuple):
    """A segmented source: spans in order, one dictionary a turn, and what the record says of itself."""

    spans: list[Span]
    turns: list[dict[str, Any]]
    metadata: dict[str, Any]


def plain_newlines(text: str) -> str:
    """Return the text with every line end as ``\\n``, no byte-order mark, and every character at its old offset.

    Args:
        text: the source text.

    Returns:
        A text of the same length.

    Example:
        >>> plain_newlines("a\\r\\nb\\rc")
        'a \\nb\\nc'
    """
    plain = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    return " " + plain[1:] if plain.startswith("\ufeff") else plain


def tile(spans: Iterable[Span], text: str) -> list[Span]:
    """Fill the gaps between spans.

    Args:
        spans: spans in order that do not overlap.
        text: the source text.

    Returns:
        Spans that tile the text: a gap of white space and punctuation is a separator, any other is unparsed.

    Example:
        >>> [(span.kind, span.start, span.end) for span in tile([], "a")]
        [('unparsed', 0, 1)]
    """
    tiled: list[Span] = []
    reached = 0
    end_mark = Span("end", len(text), len(text), None, "", 1.0)
    for span in (*spans, end_mark):
        if span.start > reached:
            gap = text[reached : span.start]
            empty = not any(character.isalnum() for character in gap)
            kind, rule = ("separator", "between-spans") if empty else ("unparsed", "nothing-fits")
            tiled.append(Span(kind, reached, span.start, None, rule, 1.0 if empty else 0.0))
        if span.end > span.start:
            tiled.append(span)
        reached = span.end
    return tiled


def _speech(text: str, label: Label, turn: int, stop: int) -> list[Span]:
    """Return the spans of one turn, label first, white space around the speech left out."""
    end = label.end + len(text[label.end : stop].rstrip())
    start = label.end + len(text[label.end : stop]) - len(text[label.end : stop].lstrip())
    first = Span("label", label.start, label.end, turn, label.rule, label.confidence)
    return [first, *inline.split(text, min(start, end), end, turn)] if end > label.end else [first]


def _notes(text: str, start: int) -> list[Span]:
    found = []
    for note in front_matter.PARAGRAPH.finditer(text, start):
        end = note.start() + len(note.group().rstrip())
        found.append(Span("footnote", note.start(), end, None, "notes-at-the-end", 0.95))
    return found


def segment(text: str, *, people: Sequence[Person] = ()) -> Segmented:
    """Segment a record of conversation.

    Args:
        text: the source text.
        people: the people of the study, as evidence for labels.

    Returns:
        Spans that tile the text, the turns, and the metadata that the record states.

    Example:
        >>> found = segment("Mr. Lin: No.\\n\\nMr. Orr: Why? (Laughter.)")
        >>> [(turn["label"], turn["text"]) for turn in found.turns]
        [('Mr. Lin', 'No.'), ('Mr. Orr', 'Why?')]
    """
    text = plain_newlines(text)
    found = labels.find(text, known=people)
    stated = front_matter.metadata(list(front_matter.paragraphs(text, found[0].start if found else len(text))))
    listed = [Person(slug(entry["name"]), entry["name"]) for entry in stated["participants"]]
    strangers = [person for person in listed if match(person.name, people).person is None]
    if strangers:
        found = labels.find(text, known=[*people, *strangers])
    notes = front_matter.footnotes_start(text, found[-1].end if found else 0)
    front = list(front_matter.paragraphs(text, found[0].start if found else notes))
    spans = list(front_matter.spans(text, front))
    turns = []
    for number, label in enumerate(found, start=1):
        of_turn = _speech(text, label, number, found[number].start if number < len(found) else notes)
        spans += of_turn
        turns.append(_turn(text, label, number, of_turn))
    return Segmented(tile([*spans, *_notes(text, notes)], text), turns, front_matter.metadata(front))


def _turn(text: str, label: Label, number: int, spans: list[Span]) -> dict[str, Any]:
    said, _ = inline.clean(text, spans)
    kinds = Counter(span.kind for span in spans)
    return {
        "turn": number,
        "label": label.printed,
        "text": said,
        "char_start": spans[0].start,
        "char_end": spans[-1].end,
        "n_words": tokens.n_words(said),
        "n_sentences": len(tokens.sentences(said)),
        "n_characters": len(said),
        "n_questions": said.count("?"),
        "n_paragraphs": len(said.split("\n\n")) if said else 0,
        "n_stage_directions": kinds["stage_direction"],
        "n_insertions": kinds["insertion"],
        "n_footnotes": kinds["footnote_mark"],
        "n_words_in_insertions": sum(tokens.n_words(text[s.start : s.end]) for s in spans if s.kind == "insertion"),
    }
