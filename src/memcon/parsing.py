"""Parsing: from the files of a shard to documents, spans, turns and term counts."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from memcon import ledger, readers, segmentation, stop_words, term_counts
from memcon.errors import MemconError
from memcon.people import Person

if TYPE_CHECKING:
    import pandas as pd

STATED = (
    "title",
    "date",
    "place",
    "original_language",
    "record_maker",
    "translator",
    "completeness",
    "citation",
)
_DOCUMENT = ("meeting_id", "file", "format", "n_characters", "language", *STATED, "participants")


class Parsed(NamedTuple):
    """The tables of parsed records: a row is a meeting, a span, a turn, a term in a piece, a kind of span."""

    documents: "pd.DataFrame"
    spans: "pd.DataFrame"
    turns: "pd.DataFrame"
    term_counts: "pd.DataFrame"
    ledger: "pd.DataFrame"


def read_source(path: Path, *, name: str | None = None, format: str | None = None) -> readers.Document:
    """Read the source of a record.

    Args:
        path: the file.
        name: how messages call it; its path if None.
        format: one of ``memcon.readers.FORMATS``; None detects it.

    Returns:
        The document.

    Raises:
        MemconError: the file is missing, unreadable, empty or not UTF-8.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MemconError(f"{name or path}: the file cannot be read ({error.strerror}).") from None
    return readers.read(data, file=name or str(path), format=format)


def parse(path: str | Path) -> Parsed:
    """Parse one record without a study, as ``memcon.parse`` says.

    Args:
        path: a file of plain text or Markdown; its stem becomes the ``meeting_id``.

    Returns:
        The five tables.

    Raises:
        MemconError: the file is missing, empty or not UTF-8.
    """
    path = Path(path)
    row = {"meeting_id": path.stem, "file": path.name}
    return parse_shard([row], folder=path.parent, people=(), words=stop_words.load())


def parse_shard(
    meetings: Sequence[Mapping[str, str]],
    *,
    folder: Path,
    people: Sequence[Person],
    words: frozenset[str],
    longest_term: int = 2,
    piece_words: int = 50,
) -> Parsed:
    """Parse the meetings of a shard.

    Args:
        meetings: rows of the meetings sheet; what they state wins over what the record says.
        folder: the folder that their ``file`` is in.
        people: the people of the study, as evidence for labels.
        words: the stop words.
        longest_term: the longest term to count, 1 or 2 words.
        piece_words: about how many words a piece has.

    Returns:
        The five tables, sorted by meeting.

    Raises:
        MemconError: a file is missing, unreadable, empty or not UTF-8.
    """
    import pandas as pd

    documents, spans, turns = [], [], []
    for meeting in sorted(meetings, key=lambda row: row["meeting_id"]):
        source = read_source(folder / meeting["file"], name=meeting["file"], format=meeting.get("format") or None)
        found = segmentation.segment(source.text, people=people)
        documents.append(_document(meeting, source, found.metadata))
        identity = {"meeting_id": meeting["meeting_id"]}
        turns += [identity | turn for turn in found.turns]
        spans += [
            (
                meeting["meeting_id"],
                number,
                span.kind,
                span.start,
                span.end,
                span.turn,
                span.rule,
                span.confidence,
            )
            for number, span in enumerate(found.spans, start=1)
        ]
    columns = ["meeting_id", "span_id", "kind", "char_start", "char_end", "turn", "rule", "confidence"]
    table = pd.DataFrame(turns, columns=["meeting_id", *segmentation.TURN_COLUMNS])
    texts = {"meeting_id": "str", "label": "str", "text": "str"}
    types = {name: texts.get(name, "int64") for name in table.columns}
    table = table.astype(types)
    about = pd.DataFrame(documents)
    tiles = pd.DataFrame(spans, columns=columns).astype({"turn": "Int64"})
    return Parsed(
        documents=about,
        spans=tiles,
        turns=table,
        term_counts=term_counts.compute(table, stop_words=words, longest_term=longest_term, piece_words=piece_words),
        ledger=ledger.compute(tiles, about),
    )


def sources(documents: "pd.DataFrame", *, folder: Path) -> dict[str, str]:
    """Read the source texts that offsets refer to.

    Args:
        documents: the table ``documents``.
        folder: the folder that their ``file`` is in.

    Returns:
        meeting_id → source text.

    Raises:
        MemconError: a file is missing or no longer what it was.
    """
    rows = zip(documents["meeting_id"], documents["file"], documents["format"], strict=True)
    return {meeting_id: read_source(folder / file, name=file, format=format).text for meeting_id, file, format in rows}


def _document(meeting: Mapping[str, str], source: readers.Document, said: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "meeting_id": meeting["meeting_id"],
        "file": meeting["file"],
        "format": source.format,
        "n_characters": len(source.text),
        "language": meeting.get("language") or "en",
        **{name: meeting.get(name) or said.get(name) for name in STATED},
        "participants": json.dumps(said["participants"], ensure_ascii=False),
    }
    return row | {name: value or None for name, value in meeting.items() if name not in row}
