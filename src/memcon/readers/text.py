"""Plain text and Markdown: the source text is the decoded file, character for character."""

import re

from memcon.readers import Document

_MARKDOWN = re.compile(rb"^#{1,6} |\*\*[^*\n]+\*\*|\]\([^)\n]*\)|(?<![\w*])\*[^*\s][^*\n]*\*(?![\w*])", re.MULTILINE)


def detect(data: bytes) -> str:
    """Tell plain text from Markdown by the marks in it.

    Args:
        data: the bytes of the file.

    Returns:
        ``markdown`` where a heading, a link or an emphasis is marked, else ``text``.

    Example:
        >>> detect(b"Mr. Adams: Tea?"), detect(b"**Mr. Adams:** Tea?")
        ('text', 'markdown')
    """
    return "markdown" if _MARKDOWN.search(data) else "text"


def read_text(data: bytes) -> Document:
    """Read plain text.

    Args:
        data: the bytes of the file, in UTF-8; a byte-order mark is character 0.

    Returns:
        The document; no newline is translated.

    Raises:
        UnicodeDecodeError: the bytes are not UTF-8.

    Example:
        >>> read_text(b"Tea?\\r\\n").text
        'Tea?\\r\\n'
    """
    return Document("text", data.decode("utf-8"))


def read_markdown(data: bytes) -> Document:
    """Read Markdown; its marks stay in the source text and become spans.

    Args:
        data: the bytes of the file, in UTF-8; a byte-order mark is character 0.

    Returns:
        The document; no newline is translated.

    Raises:
        UnicodeDecodeError: the bytes are not UTF-8.

    Example:
        >>> read_markdown(b"# Minutes").text
        '# Minutes'
    """
    return Document("markdown", data.decode("utf-8"))
