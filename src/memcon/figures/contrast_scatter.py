"""Figure: how frequent each ranked term is, against how far it sets the two sides apart."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from memcon import contrast
from memcon.figures import style
from memcon.figures.contrast import of_contrast
from memcon.figures.style import Drawn, Look

if TYPE_CHECKING:
    import pandas as pd


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
    """Draw frequency against contrast, the leading terms labelled.

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
        The figure; its numbers: a row is a ranked term.
    """
    import textalloc
    from matplotlib.ticker import NullLocator

    rows, values = of_contrast(tables, contrast_id, units[0])
    numbers = rows[rows["ranked"]].assign(n=lambda table: table["n_target"] + table["n_reference"])
    numbers = numbers[["term", "n", "n_target", "n_reference", "tfidf_difference"]].reset_index(drop=True)
    labelled = contrast.top(rows, n=ranking["top_terms"])
    figure = style.new(look.width_mm("contrast_scatter"), 110)
    panel = figure.subplots()
    colours = [style.TARGET if value > 0 else style.REFERENCE for value in numbers["tfidf_difference"]]
    panel.scatter(
        numbers["n"],
        numbers["tfidf_difference"],
        s=14,
        c=colours,
        edgecolor=style.INK,
        linewidth=0.4,
        zorder=3,
    )
    panel.axhline(0, color=style.INK, linewidth=0.5, zorder=1)
    panel.set_xscale("log")
    # Without a ranked term there is an empty panel, and its caption says so.
    lowest, highest = (float(numbers["n"].min()), float(numbers["n"].max())) if len(numbers) else (1.0, 10.0)
    panel.set_xlim(lowest / 1.12, highest * 1.25)
    panel.xaxis.set_major_formatter("{x:,.0f}")
    panel.xaxis.set_minor_locator(NullLocator())
    ticks = [tick for power in (1, 10, 100, 1000, 10_000) for tick in (power, 2 * power, 5 * power)]
    panel.set_xticks([tick for tick in ticks if lowest / 1.12 <= tick <= highest * 1.25])
    panel.margins(y=0.08)
    narrow = look.width_mm("contrast_scatter") < 120
    panel.set_xlabel(
        f"occurrences on both sides (logarithmic),{chr(10) if narrow else ' '}{len(numbers):,} ranked terms"
    )
    panel.yaxis.set_major_formatter(lambda y, _: f"{abs(y):g}")
    panel.set_ylabel(f"difference of mean TF-IDF weight over {units[0]}s")
    panel.set_title(
        f"above zero: more in {target_name}{chr(10) if narrow else '; '}below zero: more in {reference_name}"
    )
    figure.draw_without_rendering()
    # Laid out before the labels are placed: a later layout would move the points under them.
    figure.set_layout_engine("none")
    labels = _labels(numbers[numbers["term"].isin(labelled["term"])])
    if labels:
        textalloc.allocate(
            panel,
            [n for n, _, _ in labels],
            [difference for _, difference, _ in labels],
            [text for _, _, text in labels],
            x_scatter=numbers["n"].to_numpy(dtype=float),
            y_scatter=numbers["tfidf_difference"].to_numpy(),
            textsize=look.font_pt - 0.5,
            linecolor=style.INK,
            linewidth=0.4,
            min_distance=0.012,
            max_distance=0.15,
            nbr_candidates=100,
            avoid_label_lines_overlap=True,
            avoid_crossing_label_lines=True,
        )
    values = {
        **values,
        "contrast": title,
        "names": (target_name, reference_name),
        "n_labelled": len(labelled),
    }
    return Drawn(figure, numbers, {**values, "ranking": ranking})


def _labels(labelled: "pd.DataFrame") -> list[tuple[float, float, str]]:
    """Label each point once; terms whose points all but coincide share a label."""
    near = 0.02 * float(labelled["tfidf_difference"].max() - labelled["tfidf_difference"].min()) if len(labelled) else 0
    found: list[tuple[float, float, list[str]]] = []
    last = (0.0, 0.0)
    ordered = labelled.sort_values(["n", "tfidf_difference", "term"], ascending=[True, False, True])
    for n, difference, term in zip(ordered["n"], ordered["tfidf_difference"], ordered["term"], strict=True):
        if found and n == last[0] and last[1] - difference <= near:
            found[-1][2].append(term)
        else:
            found.append((float(n), float(difference), [term]))
        last = (n, difference)
    return [(n, difference, ", ".join(terms)) for n, difference, terms in found]
