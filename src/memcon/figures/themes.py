"""Figure: the share of each theme in the words of each meeting."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from memcon.figures import style
from memcon.figures.style import Drawn, Look

if TYPE_CHECKING:
    import pandas as pd


def draw(tables: "Mapping[str, pd.DataFrame]", *, look: Look, **_: Any) -> Drawn:
    """Draw the themes by meeting.

    Args:
        tables: ``themes``.
        look: the look.

    Returns:
        The figure; its numbers: a row is a theme in a meeting.
    """
    numbers = tables["themes"]
    meetings = list(dict.fromkeys(numbers["meeting_id"]))
    themes = list(dict.fromkeys(numbers["theme"]))
    thick = 0.8 / len(meetings)
    figure = style.new(look.width_mm("themes"), 20 + len(themes) * (4 + 3.6 * len(meetings)))
    panel = figure.subplots()
    tones = [style.TARGET, style.REFERENCE, *style.PALETTE[3:]]
    most = float(numbers["share"].max())
    for i, meeting in enumerate(meetings):
        part = numbers[numbers["meeting_id"] == meeting].set_index("theme").loc[themes]
        at = [row - 0.4 + thick * (i + 0.5) for row in range(len(themes))]
        name = f"{meeting} ({int(part['n_words'].iloc[0]):,} words)"
        colour = tones[i % len(tones)]
        panel.barh(at, part["share"], thick * 0.92, color=colour, edgecolor=style.INK, linewidth=0.4, label=name)
        for y, share, n in zip(at, part["share"], part["n"], strict=True):
            said = f"{style.percent(share)} (n = {n:,})"
            panel.text(share + most * 0.008, y, said, va="center", fontsize=look.font_pt - 1)
    panel.set_yticks(range(len(themes)), themes)
    panel.set_ylim(len(themes) - 0.45, -0.55)
    panel.set_xlim(0, most * (1.14 if look.width_mm("themes") >= 120 else 1.7))
    panel.xaxis.set_major_formatter(lambda x, _: f"{100 * x:g} %")
    panel.set_xlabel("share of the meeting's words")
    panel.tick_params(axis="y", length=0)
    figure.legend(loc="outside upper right", ncols=2)
    totals = {meeting: int(n) for meeting, n in numbers.groupby("meeting_id")["n_words"].first().items()}
    return Drawn(figure, numbers, {"totals": totals, "n_themes": len(themes)})
