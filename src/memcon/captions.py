"""Captions: templates filled from values, so that no number in them is typed."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache
def _environment() -> Any:
    from jinja2 import Environment, StrictUndefined

    # A caption is plain text for print, not a page: there is nothing to escape.
    made = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)  # noqa: S701
    made.filters["number"] = lambda value: f"{value:,}"
    return made


def render(template: Path, values: Mapping[str, Any]) -> str:
    """Fill a caption template.

    Args:
        template: a file of ``workflow/report/``.
        values: what its names stand for; a name without a value is an error.

    Returns:
        The caption as one paragraph.

    Raises:
        jinja2.UndefinedError: the template names a value that is not given.
    """
    made = _environment().from_string(template.read_text(encoding="utf-8")).render(**values)
    return " ".join(made.split()) + "\n"
