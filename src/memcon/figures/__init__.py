"""Figures: one module a figure, each from finished tables only, in one style."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon import captions, io

if TYPE_CHECKING:
    import pandas as pd

# The figures of every study, and those of each contrast; each is a module here and a caption template.
FIGURES = ("talk_share", "conversation", "talk_over_time", "turn_taking", "themes")
CONTRAST_FIGURES = ("contrast", "contrast_scatter")
TABLES = ("speakers", "talk_share", "talk_over_time", "turn_taking", "themes")
CONTRAST_TABLES = ("speakers", "contrast", "contrast_sides")
_PRINTED = {"meeting_id", "name", "side", "term", "theme"}


def names(*, themes: Collection[str]) -> list[str]:
    """Name the figures of a study's meetings.

    Args:
        themes: the study's themes; without any there is no figure of them.

    Returns:
        The figures: the names of their modules, templates and files.

    Example:
        >>> names(themes=[])
        ['talk_share', 'conversation', 'talk_over_time', 'turn_taking']
    """
    return [figure for figure in FIGURES if figure != "themes" or themes]


def contrast_names(contrasts: Collection[str]) -> dict[str, tuple[str, str]]:
    """Name the figures of a study's contrasts.

    Args:
        contrasts: the contrasts.

    Returns:
        Name of the figure's files → (its module and template, its contrast).

    Example:
        >>> list(contrast_names(["mao"]))
        ['contrast_mao', 'contrast_scatter_mao']
    """
    return {f"{figure}_{name}": (figure, name) for name in contrasts for figure in CONTRAST_FIGURES}


def make(
    tables: "Mapping[str, pd.DataFrame]",
    *,
    names: Mapping[str, tuple[str, str | None]],
    folder: Path,
    templates: Path,
    config: Mapping[str, Any],
) -> None:
    """Draw and save figures, each with its numbers (CSV) and its caption (txt).

    Args:
        tables: the finished tables by name.
        names: name of the figure's files → (its module and template, its contrast or None).
        folder: where the figures go.
        templates: the folder of the caption templates.
        config: the study's configuration.
    """
    from importlib import import_module

    from memcon.figures import style

    look = style.Look.of(config["figures"], tables["speakers"])
    printed = [str(text) for table in tables.values() for name in _PRINTED & {*table} for text in table[name].unique()]
    with style.applied(look, [*printed, str(config["contrasts"])]):
        for name, (module, contrast_id) in names.items():
            settings = {"contrast_id": contrast_id, **config["contrasts"][contrast_id]} if contrast_id else {}
            drawn = import_module(f"memcon.figures.{module}").draw(
                tables, look=look, ranking=config["ranking"], **settings
            )
            style.save(drawn.figure, folder / name, dpi=look.dpi)
            io.write_csv(folder / f"{name}.csv", drawn.numbers)
            io.write_text(folder / f"{name}.txt", captions.render(templates / f"{module}.rst", drawn.values))
