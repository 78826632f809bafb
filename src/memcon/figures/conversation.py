"""Figure: the conversation as a strip, each turn a block as long as its words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from memcon.figures import style
from memcon.figures.style import Drawn, Look

if TYPE_CHECKING:
    import pandas as pd


def draw(tables: "Mapping[str, pd.DataFrame]", *, look: Look, **_: Any) -> Drawn:
    """Draw the strips of the meetings on one scale.

    Args:
        tables: ``talk_over_time``.
        look: the look.

    Returns:
        The figure; its numbers: a row is a turn with its place in words.
    """
    numbers = tables["talk_over_time"][["meeting_id", "turn", "speaker_id", "side", "n_words"]].copy()
    numbers["word_end"] = numbers.groupby("meeting_id")["n_words"].cumsum()
    numbers["word_start"] = numbers["word_end"] - numbers["n_words"]
    meetings = list(dict.fromkeys(numbers["meeting_id"]))
    lanes = {
        meeting: [s for s in look.colours if s in set(part)]
        for meeting, part in numbers.groupby("meeting_id")["speaker_id"]
    }
    heights = [len(lanes[meeting]) + 1.6 for meeting in meetings]
    figure = style.new(look.width_mm("conversation"), 9 + 4.8 * sum(heights))
    axes = figure.subplots(len(meetings), 1, sharex=True, squeeze=False, height_ratios=heights).ravel()
    longest = int(numbers["word_end"].max())
    for panel, meeting in zip(axes, meetings, strict=True):
        part = numbers[numbers["meeting_id"] == meeting]
        rows = {speaker: row for row, speaker in enumerate(lanes[meeting])}
        total = int(part["n_words"].sum())
        for speaker, of_speaker in part.groupby("speaker_id"):
            blocks = list(zip(of_speaker["word_start"], of_speaker["n_words"].clip(lower=1), strict=True))
            panel.broken_barh(
                blocks,
                (rows[str(speaker)] - 0.4, 0.8),
                facecolor=look.colours[str(speaker)],
                edgecolor=style.INK,
                linewidth=0.3,
            )
        for row in rows.values():
            panel.hlines(row, 0, total, color=style.FAINT, linewidth=0.5, zorder=0)
        panel.set_yticks(list(rows.values()), [look.names[speaker] for speaker in rows])
        panel.set_ylim(len(rows) - 0.4, -0.6)
        panel.set_xlim(-longest * 0.004, longest * 1.004)
        panel.set_title(f"{meeting}  ({total:,} words, {len(part):,} turns)")
        panel.xaxis.set_major_formatter("{x:,.0f}")
        style.plain(panel, keep="bottom")
        panel.tick_params(axis="x", labelbottom=panel is axes[-1])
    axes[-1].set_xlabel("words from the beginning of the talk")
    half = {meeting: _half(numbers, meeting) for meeting in meetings}
    return Drawn(figure, numbers, {"half": half})


def _half(numbers: "pd.DataFrame", meeting: str) -> dict[str, int]:
    """Count how many of the longest turns hold half of the words."""
    words = numbers.loc[numbers["meeting_id"] == meeting, "n_words"].sort_values(ascending=False).cumsum()
    return {"n": int((words < words.iloc[-1] / 2).sum()) + 1, "turns": len(words)}
