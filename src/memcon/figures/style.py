"""The one style of all figures: sizes, type, colours."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import matplotlib as mpl
from matplotlib.figure import Figure

from memcon.figures import fonts

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

MM = 1 / 25.4
# Apart in hue for colour-blind eyes, and in lightness (L* 19, 60, 88, 46, 73, 31) for grey print.
PALETTE = ("#0b2e59", "#e2703a", "#f2dc6b", "#1b7a7a", "#8fb8de", "#7c2d50")
OTHER = "#b8b8b8"
TARGET, REFERENCE = "#0b2e59", "#e2a06b"
INK, FAINT = "#222222", "#d9d9d9"


class Drawn(NamedTuple):
    """A figure, its numbers as a table, and the values of its caption."""

    figure: Figure
    numbers: "pd.DataFrame"
    values: dict[str, Any]


class Look(NamedTuple):
    """Sizes in millimetres and points; the colour and name of each speaker, in the order of the study."""

    single_mm: float
    double_mm: float
    font_pt: float
    dpi: int
    colours: dict[str, str]
    names: dict[str, str]
    one_column: frozenset[str]

    def width_mm(self, figure: str) -> float:
        """Return the width of a figure.

        Args:
            figure: the name of its module.

        Returns:
            One or two columns, in millimetres.
        """
        return self.single_mm if figure in self.one_column else self.double_mm

    @classmethod
    def of(cls, figures: Mapping[str, Any], speakers: "pd.DataFrame") -> "Look":
        """Take the sizes of a study's configuration and give each speaker a colour.

        Args:
            figures: the part ``figures`` of the configuration.
            speakers: the table ``speakers``; who speaks most turns gets the first colour.

        Returns:
            The look.
        """
        n_turns = speakers.groupby("speaker_id", sort=True)["n_turns"].sum()
        order = n_turns[n_turns > 0].sort_values(ascending=False, kind="stable").index
        colours = {str(speaker): PALETTE[i] if i < len(PALETTE) else OTHER for i, speaker in enumerate(order)}
        first = speakers.drop_duplicates("speaker_id").set_index("speaker_id")["name"]
        sizes = (figures["single_mm"], figures["double_mm"], figures["font_pt"], figures["png_dpi"])
        names = {speaker: short(str(first[speaker])) for speaker in colours}
        return cls(*sizes, colours, names, frozenset(figures["one_column"]))


@contextmanager
def applied(look: Look, texts: Iterable[str]) -> Iterator[None]:
    """Apply the style while figures are drawn.

    Args:
        look: the look.
        texts: whatever the figures may print.

    Yields:
        Nothing.
    """
    settings: Any = {
        "font.size": look.font_pt,
        "axes.titlesize": look.font_pt + 0.5,
        "axes.titlelocation": "left",
        "axes.labelsize": look.font_pt,
        "axes.edgecolor": INK,
        "axes.linewidth": 0.5,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.labelsize": look.font_pt - 0.5,
        "ytick.labelsize": look.font_pt - 0.5,
        "xtick.major.width": 0.5,
        "ytick.major.width": 0.5,
        "legend.fontsize": look.font_pt - 0.5,
        "legend.frameon": False,
        "hatch.linewidth": 0.5,
        "lines.linewidth": 1.2,
        "pdf.fonttype": 42,
        "svg.fonttype": "path",
        "svg.hashsalt": "memcon",
        "axes.formatter.use_locale": False,
        "text.parse_math": False,
    }
    with fonts.family(texts) as family, mpl.rc_context(settings | {"font.family": family}):
        yield


def new(width_mm: float, height_mm: float) -> Figure:
    """Return an empty figure of a size in print.

    Args:
        width_mm: its width.
        height_mm: its height.

    Returns:
        The figure, which lays itself out so that nothing is cut off.
    """
    return Figure(figsize=(width_mm * MM, height_mm * MM), layout="constrained")


def panels(width_mm: float, meetings: list[str], *, row_mm: float) -> "tuple[Figure, list[Axes]]":
    """Return a figure with a panel for each meeting.

    Args:
        width_mm: the width of the figure; two panels stand side by side where there is room.
        meetings: the meetings.
        row_mm: the height of a row of panels.

    Returns:
        The figure and its panels in the order of the meetings.
    """
    across = min(2 if width_mm >= 120 else 1, len(meetings))
    rows = -(-len(meetings) // across)
    figure = new(width_mm, row_mm * rows)
    figure.set_layout_engine("constrained", wspace=0.06)
    axes = figure.subplots(rows, across, squeeze=False).ravel().tolist()
    for spare in axes[len(meetings) :]:
        spare.remove()
    return figure, axes[: len(meetings)]


def short(name: str, most: int = 32) -> str:
    """Shorten a name that would not fit beside a panel.

    Args:
        name: the name.
        most: how many characters there is room for.

    Returns:
        The name, or its beginning with an ellipsis.

    Example:
        >>> short("The ambassador", most=6)
        'The a…'
    """
    return name if len(name) <= most else f"{name[: most - 1]}…"


def percent(share: float) -> str:
    """Write a share as a percentage.

    Args:
        share: a share from 0 to 1.

    Returns:
        Whole percents; one place below ten, ``< 0.1 %`` for less than that.

    Example:
        >>> percent(0.79), percent(0.012), percent(0.0)
        ('79 %', '1.2 %', '0 %')
    """
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return f"{share:.0%}".replace("%", " %") if share == 0 or share >= 0.0995 else f"{share:.1%}".replace("%", " %")


def plain(axes: "Axes", *, keep: str = "left bottom") -> None:
    """Take away the spines of a panel, with the ticks along them.

    Args:
        axes: the panel.
        keep: the spines that stay.
    """
    for side in ("left", "bottom"):
        if side not in keep.split():
            axes.spines[side].set_visible(False)
            axes.tick_params(axis="y" if side == "left" else "x", length=0)


def save(figure: Figure, path: Path, *, dpi: int) -> None:
    """Save a figure as PDF, SVG and PNG, the same bytes each time.

    Args:
        figure: the figure.
        path: where to, without a suffix.
        dpi: the resolution of the PNG.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(f"{path}.png", dpi=dpi, pil_kwargs={"compress_level": 1})
    # Laid out once; each format would do it again.
    figure.set_layout_engine("none")
    figure.savefig(f"{path}.pdf", metadata={"CreationDate": None, "ModDate": None})
    figure.savefig(f"{path}.svg", metadata={"Date": None})
