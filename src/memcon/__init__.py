"""Make figures, tables and numbers from records of conversation.

Importing memcon is cheap: a module is loaded when it is first named, as in
``memcon.talk_share.compute(turns, speakers)``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from memcon.parsing import Parsed

__version__ = "0.1.0"

_MODULES = frozenset(
    {
        "captions",
        "cli",
        "concordance",
        "contrast",
        "corpus",
        "errors",
        "figures",
        "front_matter",
        "inequality",
        "inline",
        "io",
        "keyness",
        "labels",
        "ledger",
        "logs",
        "manual",
        "parsing",
        "passages",
        "people",
        "provenance",
        "readers",
        "running",
        "schemas",
        "segmentation",
        "selection",
        "sheets",
        "speakers",
        "stop_words",
        "study",
        "tables",
        "talk_over_time",
        "talk_share",
        "term_counts",
        "themes",
        "tokens",
        "turn_taking",
        "units",
    }
)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"memcon.{name}")
    raise AttributeError(f"module 'memcon' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*_MODULES, "__version__", "parse"])


def parse(path: "str | Path") -> "Parsed":
    """Parse one record of conversation.

    Args:
        path: a file of plain text or Markdown in UTF-8; its stem becomes the ``meeting_id``.

    Returns:
        An object with the tables ``documents`` (a row is a meeting), ``spans`` (a row is a stretch of
        source text), ``turns`` (a row is a turn), ``term_counts`` (a row is a term in a piece) and ``ledger``
        (a row is a kind of span in a meeting).

    Raises:
        memcon.errors.MemconError: the file is missing, empty or not UTF-8.

    Example:
        >>> import memcon, pathlib, tempfile
        >>> file = pathlib.Path(tempfile.mkdtemp()) / "tea.txt"
        >>> _ = file.write_text("Mr. Adams: Tea?\\n\\nMr. Brown: Yes, please.\\n")
        >>> memcon.parse(file).turns[["turn", "label", "n_words"]].to_numpy().tolist()
        [[1, 'Mr. Adams', 1], [2, 'Mr. Brown', 2]]
    """
    from memcon import parsing

    return parsing.parse(path)
