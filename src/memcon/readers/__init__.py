"""Readers: from the bytes of a source to its document, one module a format."""

from collections.abc import Callable
from typing import NamedTuple

from memcon.errors import MemconError, listed


class Document(NamedTuple):
    """The source text of a record and the format that it was read from."""

    format: str
    text: str


def _readers() -> dict[str, Callable[[bytes], Document]]:
    from memcon.readers import text

    return {"text": text.read_text, "markdown": text.read_markdown}


FORMATS = ("text", "markdown")


def read(data: bytes, *, file: str, format: str | None = None) -> Document:
    """Read a source of whatever format.

    Args:
        data: the bytes of the file.
        file: the name to use in messages.
        format: one of ``FORMATS``; None detects it from the content.

    Returns:
        The document.

    Raises:
        MemconError: the file is empty, is not UTF-8, or the format is unknown.

    Example:
        >>> read(b"# Minutes", file="a.md").format
        'markdown'
    """
    from memcon.readers import text

    if not data.strip():
        raise MemconError(
            f"{file}: the file is empty; put the text of the record into it or take its row out of the sheet."
        )
    readers = _readers()
    if format is not None and format not in readers:
        raise MemconError(f"{file}: format '{format}' is not known; allowed are {listed(readers)}.")
    try:
        return readers[format or text.detect(data)](data)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise MemconError(
            f"{file}, line {line}: byte 0x{data[error.start]:02X} is not UTF-8; save the file as UTF-8 and run again."
        ) from None
