"""Concordance: each occurrence of the listed terms, with its place in the source."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from memcon import inline, segmentation, tokens
from memcon import speakers as speakers_module
from memcon.inline import Span

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("term", "meeting_id", "turn", "speaker_id", "left", "node", "right", "char_start", "char_end")


class Occurrence(NamedTuple):
    """A term in a text: ``start`` and ``end`` are offsets in that text."""

    term: str
    start: int
    end: int


def occurrences(text: str, terms: frozenset[str]) -> Iterator[Occurrence]:
    """Find the occurrences of one- and two-word terms.

    Args:
        text: the text of a turn.
        terms: folded terms; a two-word term is two neighbouring tokens of one sentence.

    Yields:
        The occurrences in order.

    Example:
        >>> [found.start for found in occurrences("Red Guards. Guards!", frozenset({"guards", "red guards"}))]
        [0, 4, 12]
    """
    for start, end in tokens.sentences(text):
        before: tuple[str, int] | None = None
        for match in tokens.TOKEN.finditer(text, start, end):
            word = tokens.fold(match.group())
            if before is not None and (pair := f"{before[0]} {word}") in terms:
                yield Occurrence(pair, before[1], match.end())
            if word in terms:
                yield Occurrence(word, match.start(), match.end())
            before = (word, match.start())


def compute(
    terms: Iterable[str],
    turns: "pd.DataFrame",
    spans: "pd.DataFrame",
    speakers: "pd.DataFrame",
    *,
    sources: Mapping[str, str],
    context: int = 60,
) -> "pd.DataFrame":
    """Fetch each occurrence of the terms.

    A row is an occurrence.

    Args:
        terms: folded terms.
        turns: the table ``turns``.
        spans: the table ``spans``.
        speakers: the table ``speakers``.
        sources: meeting_id → source text.
        context: characters of the turn on each side; words are not cut.

    Returns:
        ``term``, ``meeting_id``, ``turn``, ``speaker_id``, ``left``, ``node`` (the term as printed), ``right`` and
        ``char_start``, ``char_end`` (offsets in the source), sorted by the first three and the offset.
    """
    import pandas as pd

    wanted = frozenset(terms)
    spoken = speakers_module.assign(turns, speakers)
    inside = spans[spans["turn"].notna()]
    of_turn: dict[Any, list[Span]] = {}
    columns = ["meeting_id", "turn", "kind", "char_start", "char_end"]
    for meeting_id, number, kind, start, end in inside[columns].itertuples(index=False):
        of_turn.setdefault((meeting_id, number), []).append(Span(str(kind), int(start), int(end), None, "", 1.0))
    plain = {meeting_id: segmentation.plain_newlines(text) for meeting_id, text in sources.items()}
    rows = []
    for meeting_id, number, speaker_id in spoken[["meeting_id", "turn", "speaker_id"]].itertuples(index=False):
        text, at = inline.clean(plain[str(meeting_id)], of_turn[(meeting_id, number)])
        for term, start, end in occurrences(text, wanted):
            left = _whole_words(text[:start].rstrip(), context, from_end=True)
            right = _whole_words(text[end:], context, from_end=False)
            place = (at[start], at[end - 1] + 1)
            rows.append((term, meeting_id, number, speaker_id, left, text[start:end], right, *place))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    texts = dict.fromkeys(("term", "meeting_id", "speaker_id", "left", "node", "right"), "str")
    table = table.astype(texts | dict.fromkeys(("turn", "char_start", "char_end"), "int64"))
    return table.sort_values(["term", "meeting_id", "turn", "char_start"], ignore_index=True)


def _whole_words(text: str, size: int, *, from_end: bool) -> str:
    """Take about so many characters from an end of a text, without cutting a word; paragraphs become one line."""
    flat = " ".join((text[-2 * size :] if from_end else text[: 2 * size]).split())
    if len(flat) <= size:
        return flat
    cut = flat[-size:] if from_end else flat[:size]
    kept = cut.partition(" ")[2] if from_end else cut.rpartition(" ")[0]
    return kept or cut
