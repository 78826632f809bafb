"""Figure: who follows whom, as a matrix of counts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from memcon.figures import style
from memcon.figures.style import Drawn, Look

if TYPE_CHECKING:
    import pandas as pd


def draw(tables: "Mapping[str, pd.DataFrame]", *, look: Look, **_: Any) -> Drawn:
    """Draw the transitions of each meeting.

    Args:
        tables: ``turn_taking``.
        look: the look.

    Returns:
        The figure; its numbers: a row is an ordered pair of speakers.
    """
    numbers = tables["turn_taking"]
    meetings = list(dict.fromkeys(numbers["meeting_id"]))
    most = numbers.groupby("meeting_id")["to_speaker_id"].nunique().max()
    figure, axes = style.panels(look.width_mm("turn_taking"), meetings, row_mm=34 + 8.5 * most)
    for panel, meeting in zip(axes, meetings, strict=True):
        part = numbers[numbers["meeting_id"] == meeting]
        order = [speaker for speaker in look.colours if speaker in set(part["to_speaker_id"])]
        shape = part.pivot(index="from_speaker_id", columns="to_speaker_id", values="n").loc[order, order]
        shares = (
            part.pivot(index="from_speaker_id", columns="to_speaker_id", values="share").loc[order, order].fillna(0)
        )
        panel.imshow(shares.to_numpy(), cmap="Greys", vmin=0, vmax=1.25)
        for row, column in ((r, c) for r in range(len(order)) for c in range(len(order))):
            ink = "white" if shares.iat[row, column] > 0.62 else style.INK
            n = shape.iat[row, column]
            panel.text(column, row, f"{n}" if n else "·", ha="center", va="center", color=ink)
        labels = [look.names[speaker] for speaker in order]
        panel.xaxis.tick_top()
        panel.xaxis.set_label_position("top")
        panel.set_xticks(range(len(order)), labels, rotation=40, ha="left", rotation_mode="anchor")
        panel.set_yticks(range(len(order)), labels)
        panel.set_xticks([i - 0.5 for i in range(1, len(order))], minor=True)
        panel.set_yticks([i - 0.5 for i in range(1, len(order))], minor=True)
        panel.grid(which="minor", color="white", linewidth=1.5)
        panel.set_xlim(-0.5, most - 0.5)
        panel.set_ylim(most - 0.5, -0.5)
        panel.tick_params(which="both", length=0)
        panel.spines[:].set_visible(False)
        panel.set_title(f"{meeting}  ({int(part['n'].sum()):,} transitions)")
        panel.set_xlabel("next speaker", loc="left")
        panel.set_ylabel("speaker", loc="top")
    totals = {meeting: int(n) for meeting, n in numbers.groupby("meeting_id")["n"].sum().items()}
    return Drawn(figure, numbers, {"totals": totals})
