"""Figure: the terms that lead on each side of a contrast, with their counts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from memcon import contrast
from memcon.figures import style
from memcon.figures.style import Drawn, Look

if TYPE_CHECKING:
    import pandas as pd


def of_contrast(
    tables: "Mapping[str, pd.DataFrame]", contrast_id: str, unit: str
) -> "tuple[pd.DataFrame, dict[str, Any]]":
    """Return the rows of a contrast on a unit and what its captions say of the sides.

    Args:
        tables: ``contrast`` and ``contrast_sides``.
        contrast_id: the contrast.
        unit: the unit.

    Returns:
        The rows of ``contrast``; ``unit`` and, for each side, the values of its row of ``contrast_sides``.
    """
    rows = tables["contrast"].query("contrast_id == @contrast_id and unit == @unit").reset_index(drop=True)
    sides = tables["contrast_sides"].query("contrast_id == @contrast_id and unit == @unit").set_index("side")
    described = {str(side): {str(key): value for key, value in row.items()} for side, row in sides.iterrows()}
    return rows, {"unit": unit, "n_ranked": int(rows["ranked"].sum()), **described}


def draw(
    tables: "Mapping[str, pd.DataFrame]",
    *,
    look: Look,
    ranking: Mapping[str, Any],
    contrast_id: str,
    units: list[str],
    target_name: str,
    reference_name: str,
    title: str,
    **_: Any,
) -> Drawn:
    """Draw the leading terms as bars to both sides of zero.

    Args:
        tables: ``contrast`` and ``contrast_sides``.
        look: the look.
        ranking: the part ``ranking`` of the configuration.
        contrast_id: the contrast.
        units: the contrast's units; the first one ranks.
        target_name: how the target is called.
        reference_name: how the reference is called.
        title: what the contrast is called.

    Returns:
        The figure; its numbers: a row is a term.
    """
    rows, values = of_contrast(tables, contrast_id, units[0])
    numbers = contrast.top(rows, n=ranking["top_terms"]).reset_index(drop=True)
    figure = style.new(look.width_mm("contrast"), 24 + 4.1 * max(len(numbers), 3))
    panel = figure.subplots()
    differences = numbers["tfidf_difference"]
    colours = [style.TARGET if value > 0 else style.REFERENCE for value in differences]
    panel.barh(range(len(numbers)), differences, 0.74, color=colours, edgecolor=style.INK, linewidth=0.4)
    most = float(differences.abs().max()) if len(numbers) else 1.0
    panel.set_xlim(-most * 1.06, most * 1.06)
    panel.set_ylim(max(len(numbers), 1) - 0.4, -0.6)
    for row, (term, value) in enumerate(zip(numbers["term"], differences, strict=True)):
        inner: dict[str, Any] = {"ha": "right" if value > 0 else "left", "va": "center"}
        panel.text(-most * 0.015 if value > 0 else most * 0.015, row, term, **inner)
    panel.axvline(0, color=style.INK, linewidth=0.5)
    panel.set_yticks([])
    style.plain(panel, keep="bottom")
    _counts(panel, numbers, (target_name, reference_name), look)
    panel.set_xlabel(f"difference of mean TF-IDF weight over {units[0]}s", loc="left")
    panel.xaxis.set_major_formatter(lambda x, _: f"{abs(x):g}")
    room = 32 if look.width_mm("contrast") >= 120 else 14
    panel.set_title(f"more in {style.short(reference_name, room)}", loc="left")
    panel.set_title(f"more in {style.short(target_name, room)}", loc="right")
    return Drawn(
        figure,
        numbers,
        {**values, "contrast": title, "names": (target_name, reference_name), "ranking": ranking},
    )


def _counts(panel: Any, numbers: "pd.DataFrame", sides: tuple[str, str], look: Look) -> None:
    """Print the counts of each term in two columns at the right."""
    small: dict[str, Any] = {"fontsize": look.font_pt - 0.5, "ha": "right", "annotation_clip": False}
    small |= {"xycoords": panel.get_yaxis_transform(), "textcoords": "offset points"}
    for points, name, column in ((42, sides[0], "n_target"), (84, sides[1], "n_reference")):
        for row, n in enumerate(numbers[column]):
            panel.annotate(f"{n:,}", (1, row), (points, 0), va="center", **small)
        panel.annotate(f"n in\n{style.short(name, 10)}", (1, -0.75), (points, 0), va="bottom", **small)
