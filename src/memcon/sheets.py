"""Sheets: the tables that a study gives, checked row by row."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from memcon import readers
from memcon.errors import MemconError, listed, suggestion
from memcon.people import Person, key

RAW = "data/raw"
MEETING_COLUMNS = (
    "meeting_id",
    "file",
    "format",
    "date",
    "title",
    "place",
    "language",
    "original_language",
    "record_maker",
    "translator",
    "completeness",
    "citation",
    "url",
)
PEOPLE_COLUMNS = ("speaker_id", "name", "side", "role", "aliases")
_IDENTIFIER = re.compile(r"[^\W_][\w.-]{0,99}")
_RESERVED = ("all",)


def read_text(folder: Path, name: str) -> str:
    """Read a file of the study's configuration.

    Args:
        folder: the study.
        name: the file, from the study's folder.

    Returns:
        Its text, without a byte-order mark.

    Raises:
        MemconError: the file is missing, unreadable or not UTF-8.
    """
    try:
        return (folder / name).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise MemconError(
            f"{name}: there is no such file in the study {folder.resolve()}; write it as config/README.md says."
        ) from None
    except UnicodeDecodeError as error:
        raise MemconError(f"{name}: byte {error.start + 1} is not UTF-8; save the file as UTF-8.") from None
    except (OSError, ValueError) as error:
        raise MemconError(f"{name}: the file cannot be read ({error}).") from None


def _sheet(folder: Path, name: str, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a sheet; yields the line number and the row, cells without white space around them."""
    reader = csv.reader(io.StringIO(read_text(folder, name), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        for column in needed:
            if column not in header:
                raise MemconError(
                    f"{name}, line 1: the column '{column}' is missing; found {listed(header, most=30)}"
                    f"{suggestion(column, header) or '.'}"
                )
        double = [column for column in header if column and header.count(column) > 1]
        if double:
            raise MemconError(f"{name}, line 1: the column '{double[0]}' stands twice; rename or remove one.")
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                raise MemconError(
                    f"{name}, line {reader.line_num}: found {len(cells)} cells under {len(header)} columns; "
                    "put a cell that holds a comma between quotation marks."
                )
            row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            for column in needed:
                if not row.get(column):
                    raise MemconError(f"{name}, line {reader.line_num}: '{column}' is empty; fill it in.")
            yield reader.line_num, row
    except csv.Error as error:
        raise MemconError(f"{name}, line {reader.line_num}: this is not CSV ({error}).") from None


def meetings(folder: Path, name: str) -> list[dict[str, str]]:
    """Read the sheet of meetings.

    Args:
        folder: the study.
        name: the sheet, from the study's folder.

    Returns:
        A row a meeting, sorted by ``meeting_id``.

    Raises:
        MemconError: a needed column or cell is missing, an identifier stands twice or cannot name a file, or a
            source is missing, empty, not UTF-8 or outside ``data/raw``.
    """
    found: dict[str, dict[str, str]] = {}
    files: dict[Path, str] = {}
    for line, row in _sheet(folder, name, ("meeting_id", "file")):
        meeting_id, file = row["meeting_id"], row["file"]
        where = f"{name}, line {line}"
        if not _IDENTIFIER.fullmatch(meeting_id) or ".." in meeting_id or meeting_id in _RESERVED:
            raise MemconError(
                f"{where}: meeting_id '{meeting_id[:60]}' cannot name a file; allowed are letters, figures, '.', '_' "
                "and '-' (no '..', not 'all'), at most 100."
            )
        if meeting_id.casefold() in {known.casefold() for known in found}:
            raise MemconError(f"{where}: meeting_id '{meeting_id}' stands twice; give each meeting its own.")
        if row.get("part"):
            raise MemconError(f"{where}: found part '{row['part']}'; a file is one meeting here, so cut it into files.")
        if row.get("format") and row["format"] not in readers.FORMATS:
            raise MemconError(f"{where}: format '{row['format']}' is not known; allowed are {listed(readers.FORMATS)}.")
        path = _check_file(folder, file, where)
        if path in files:
            raise MemconError(f"{where}: file '{file}' belongs to {files[path]} already; name another file.")
        found[meeting_id], files[path] = row, meeting_id
    if not found:
        raise MemconError(f"{name}: the sheet has no meeting; add one row for each.")
    return [found[meeting_id] for meeting_id in sorted(found)]


def _check_file(folder: Path, file: str, where: str) -> Path:
    """Check that a source is there and can be read, and return its place."""
    if any(character in file for character in "\n\r{}\0"):
        raise MemconError(f"{where}: file {file!r} has a line end, a brace or a NUL in its name; rename it.")
    try:
        raw = (folder / RAW).resolve()
        path = (raw / file).resolve()
        if Path(file).is_absolute() or not path.is_relative_to(raw):
            raise MemconError(f"{where}: file '{file}' leaves {RAW}/; put the file there and name it from there.")
        if not path.is_file():
            near = [str(p.relative_to(raw)) for p in sorted(raw.rglob("*"))[:1000] if p.is_file()]
            raise MemconError(f"{where}: there is no file '{RAW}/{file}'{suggestion(file, near) or '; put it there.'}")
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        raise MemconError(f"{where}: file '{file[:60]}' cannot be read ({error}).") from None
    readers.read(data, file=f"{RAW}/{file}")
    return path


def people(folder: Path, name: str) -> list[Person]:
    """Read the sheet of people.

    Args:
        folder: the study.
        name: the sheet, from the study's folder.

    Returns:
        A person a row, in the sheet's order.

    Raises:
        MemconError: a needed column or cell is missing, or an identifier, a name or an alias means two people.
    """
    found: dict[str, Person] = {}
    owner: dict[str, str] = {}
    for line, row in _sheet(folder, name, ("speaker_id", "name")):
        speaker_id = row["speaker_id"]
        if not _IDENTIFIER.fullmatch(speaker_id):
            raise MemconError(
                f"{name}, line {line}: speaker_id '{speaker_id[:60]}' is no identifier; allowed are letters, figures, "
                "'.', '_' and '-', at most 100."
            )
        if speaker_id in found:
            raise MemconError(f"{name}, line {line}: speaker_id '{speaker_id}' stands twice; one row a person.")
        aliases = tuple(alias.strip() for alias in row.get("aliases", "").split(";") if alias.strip())
        for alias in {key(text) for text in (row["name"], *aliases)}:
            if owner.setdefault(alias, speaker_id) != speaker_id:
                raise MemconError(
                    f"{name}, line {line}: '{alias}' is a name or alias of {owner[alias]} already; it can mean one "
                    "person only."
                )
        found[speaker_id] = Person(speaker_id, row["name"], row.get("side") or None, row.get("role") or None, aliases)
    return list(found.values())
