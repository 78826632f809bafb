"""Figures: one module a figure, each from finished tables only, in one style."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon import captions, io

if TYPE_CHECKING:
    import pandas as pd

# The figures of every study, and those of each contrast; each is a module here and a caption template.
FIGURES = ("talk_share", "conversation", "talk_over_time", "turn_taking", "themes")
CONTRAST_FIGURES = ("contrast", "contrast_scatter")
FORMATS = ("pdf", "svg", "png", "csv", "txt")


def names(*, contrasts: Sequence[str], themes: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    """Name the figures of a study.

    Args:
        contrasts: the study's contrasts.
        themes: the study's themes; without any there is no figure of them.

    Returns:
        Name of the figure's files → (its module, its contrast or None).

    Example:
        >>> list(names(contrasts=["mao"], themes=[]))[-2:]
        ['contrast_mao', 'contrast_scatter_mao']
    """
    general = [figure for figure in FIGURES if figure != "themes" or themes]
    of_contrasts = {f"{figure}_{name}": (figure, name) for name in contrasts for figure in CONTRAST_FIGURES}
    return {figure: (figure, None) for figure in general} | of_contrasts


def make(
    tables: "Mapping[str, pd.DataFrame]",
    *,
    folder: Path,
    templates: Path,
    config: Mapping[str, Any],
) -> None:
    """Draw and save every figure of a study, each with its numbers (CSV) and its caption (txt).

    Args:
        tables: the finished tables by name.
        folder: where the figures go.
        templates: the folder of the caption templates.
        config: the study's configuration.
    """
    from importlib import import_module

    from memcon.figures import style

    look = style.Look.of(config["figures"], tables["speakers"])
    with style.applied(look):
        for name, (module, contrast_id) in names(contrasts=list(config["contrasts"]), themes=list(config["themes"])).items():
            settings = {"contrast_id": contrast_id, **config["contrasts"][contrast_id]} if contrast_id else {}
            drawn = import_module(f"memcon.figures.{module}").draw(tables, look=look, ranking=config["ranking"], **settings)
            style.save(drawn.figure, folder / name, dpi=look.dpi)
            io.write_csv(folder / f"{name}.csv", drawn.numbers)
            values = {"title": config["title"], "themes": config["themes"], **drawn.values}
            io.write_text(folder / f"{name}.txt", captions.render(templates / f"{module}.rst", values))
