"""Figure: how each speaker's share of the words builds up in the course of a meeting."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from memcon.figures import style
from memcon.figures.style import Drawn, Look

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes


def draw(tables: "Mapping[str, pd.DataFrame]", *, look: Look, **_: Any) -> Drawn:
    """Draw cumulative talk shares.

    Args:
        tables: ``talk_over_time``.
        look: the look.

    Returns:
        The figure; its numbers: a row is a turn.
    """
    numbers = tables["talk_over_time"]
    meetings = list(dict.fromkeys(numbers["meeting_id"]))
    figure, axes = style.panels(look.width_mm("talk_over_time"), meetings, row_mm=66)
    for panel, meeting in zip(axes, meetings, strict=True):
        part = numbers[numbers["meeting_id"] == meeting]
        _panel(panel, part, look)
        panel.set_title(f"{meeting}  ({part['n_words'].sum():,} words)")
    figure.supxlabel("position in the talk (share of its words)", fontsize=look.font_pt)
    figure.supylabel("cumulative share of the meeting's words", fontsize=look.font_pt)
    return Drawn(figure, numbers, {"meetings": meetings})


def _panel(panel: "Axes", part: "pd.DataFrame", look: Look) -> None:
    """Draw one meeting; a line rises while its speaker speaks and is level while others do."""
    starts = part["position_share"].shift(fill_value=0.0)
    speakers = [speaker for speaker in look.colours if speaker in set(part["speaker_id"])]
    ends = []
    for speaker in speakers:
        mine = (part["speaker_id"] == speaker).to_numpy()
        after = part["cumulative_share"].to_numpy()[mine]
        before = np.concatenate([[0.0], after[:-1]])
        x = np.column_stack([starts.to_numpy()[mine], part["position_share"].to_numpy()[mine]]).ravel()
        y = np.column_stack([before, after]).ravel()
        x, y = np.concatenate([[0.0], x, [1.0]]), np.concatenate([[0.0], y, y[-1:]])
        panel.plot(x, y, color=style.INK, linewidth=2.0)
        panel.plot(x, y, color=look.colours[speaker], linewidth=1.4)
        ends.append((float(y[-1]), speaker))
    spread = _apart([end for end, _ in ends], gap=0.062)
    for (end, speaker), at in zip(ends, spread, strict=True):
        said = f"{look.names[speaker]}  {style.percent(end)}"
        panel.annotate(
            said,
            (1.0, end),
            (1.08, at),
            va="center",
            fontsize=look.font_pt - 1,
            arrowprops={
                "arrowstyle": "-",
                "linewidth": 0.5,
                "color": style.INK,
                "shrinkA": 1,
                "shrinkB": 0,
                "relpos": (0, 0.5),
            },
            annotation_clip=False,
        )
    panel.set_xlim(0, 1)
    panel.set_ylim(-0.02, 1)
    ticks = [0, 0.25, 0.5, 0.75, 1]
    panel.set_xticks(ticks, ["0", "25", "50", "75", "100 %"])
    panel.set_yticks(ticks, ["0", "25", "50", "75", "100 %"])


def _apart(values: list[float], *, gap: float) -> list[float]:
    """Move labels apart upwards so that none covers another."""
    placed = dict[int, float]()
    floor = -1.0
    for index in sorted(range(len(values)), key=lambda i: values[i]):
        placed[index] = max(values[index], floor + gap)
        floor = placed[index]
    return [placed[index] for index in range(len(values))]
