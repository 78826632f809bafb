"""Figure: each speaker's share of the words, beside the share of the turns, meeting by meeting."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from memcon.figures import style
from memcon.figures.style import Drawn, Look

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MEASURES = ("words", "turns")


def draw(tables: "Mapping[str, pd.DataFrame]", *, look: Look, **_: Any) -> Drawn:
    """Draw the talk shares.

    Args:
        tables: ``talk_share``.
        look: the look.

    Returns:
        The figure; its numbers: a row is a speaker × measure in a meeting.
    """
    shares = tables["talk_share"]
    numbers = shares[(shares["level"] == "speaker") & shares["measure"].isin(MEASURES)]
    meetings = list(dict.fromkeys(numbers["meeting_id"]))
    most = numbers.groupby("meeting_id")["speaker_id"].nunique().max()
    figure, axes = style.panels(look.width_mm("talk_share"), meetings, row_mm=18 + 8.5 * most)
    for panel, meeting in zip(axes, meetings, strict=True):
        _panel(panel, numbers[numbers["meeting_id"] == meeting], look)
        panel.set_xlim(0, 1.28 if look.width_mm("talk_share") >= 120 else 1.75)
        panel.set_ylim(most - 0.45, -0.55)
        panel.set_title(f"{meeting}  ({_sizes(numbers, meeting)})")
    figure.supxlabel("share of the meeting's words and turns", fontsize=look.font_pt)
    totals = {meeting: _total(numbers, meeting) for meeting in meetings}
    leading = numbers[numbers["measure"] == "words"].groupby("meeting_id", sort=False).first()
    return Drawn(
        figure,
        numbers.reset_index(drop=True),
        {"totals": totals, "leading": _leading(leading, numbers, look)},
    )


def _panel(panel: "Axes", numbers: "pd.DataFrame", look: Look) -> None:
    words = numbers[numbers["measure"] == "words"]
    turns = numbers[numbers["measure"] == "turns"].set_index("speaker_id")
    for row, (speaker, value, share) in enumerate(
        zip(words["speaker_id"], words["value"], words["share"], strict=True)
    ):
        colour = look.colours[speaker]
        panel.barh(row - 0.19, share, 0.36, color=colour, edgecolor=style.INK, linewidth=0.4)
        said = f"{style.percent(share)} of words ({value:,.0f})"
        panel.text(share + 0.012, row - 0.19, said, va="center", fontsize=look.font_pt - 1)
        n, part = turns.loc[speaker, "value"], turns.loc[speaker, "share"]
        panel.barh(row + 0.19, part, 0.3, color="white", edgecolor=colour, linewidth=0.8, hatch="////")
        panel.barh(row + 0.19, part, 0.3, fill=False, edgecolor=style.INK, linewidth=0.4)
        said = f"{style.percent(part)} of turns ({n:,.0f})"
        panel.text(part + 0.012, row + 0.19, said, va="center", fontsize=look.font_pt - 1)
    panel.set_yticks(
        range(len(words)),
        [f"{look.names[s]}\n{d}" for s, d in zip(words["speaker_id"], words["side"], strict=True)],
    )
    panel.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    panel.spines["bottom"].set_bounds(0, 1)
    panel.spines["left"].set_bounds(-0.45, len(words) - 0.5)
    panel.tick_params(axis="y", length=0)


def _total(numbers: "pd.DataFrame", meeting: str) -> dict[str, int]:
    of_meeting = numbers[numbers["meeting_id"] == meeting].groupby("measure")["value"].sum()
    return {measure: int(of_meeting[measure]) for measure in MEASURES}


def _sizes(numbers: "pd.DataFrame", meeting: str) -> str:
    total = _total(numbers, meeting)
    return f"{total['words']:,} words, {total['turns']:,} turns"


def _leading(leading: "pd.DataFrame", numbers: "pd.DataFrame", look: Look) -> list[dict[str, str]]:
    found = []
    for meeting, row in leading.iterrows():
        turns = numbers.query("meeting_id == @meeting and speaker_id == @row.speaker_id and measure == 'turns'")[
            "share"
        ]
        words, part = style.percent(row["share"]), style.percent(turns.iloc[0])
        found.append({"meeting": str(meeting), "name": look.names[row["speaker_id"]], "words": words, "turns": part})
    return found
