"""Style: colours that grey print and colour-blind eyes tell apart; sizes; the words of a share."""

from itertools import combinations

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

from memcon.figures import style
from memcon.study import schema

# Machado, Oliveira & Fernandes 2009, table 1, severity 1.0, on linear RGB.
VISION = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
}
# sRGB to XYZ (IEC 61966-2-1) and the white of D65.
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def lab(colour, vision="normal"):
    """Return CIELAB of an sRGB colour as an eye sees it."""
    srgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.asarray(VISION[vision]) @ linear, 0, 1)
    ratio = (XYZ @ seen) / XYZ.sum(axis=1)
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def test_lab_of_known_colours():
    assert lab("#ffffff") == pytest.approx([100, 0, 0], abs=0.02)
    assert lab("#000000") == pytest.approx([0, 0, 0], abs=0.02)
    assert lab("#ff0000") == pytest.approx([53.24, 80.09, 67.20], abs=0.05)


def test_lightness_of_the_first_five_is_apart():
    lightness = {colour: lab(colour)[0] for colour in style.PALETTE[:5]}
    for one, other in combinations(lightness, 2):
        assert abs(lightness[one] - lightness[other]) >= 10, (one, other)


@pytest.mark.parametrize("vision", VISION)
def test_every_pair_is_apart_for_every_eye(vision):
    for one, other in combinations(style.PALETTE, 2):
        assert np.linalg.norm(lab(one, vision) - lab(other, vision)) >= 10, (one, other)
    pair = lab(style.TARGET, vision), lab(style.REFERENCE, vision)
    assert np.linalg.norm(pair[0] - pair[1]) >= 10 and abs(pair[0][0] - pair[1][0]) >= 10


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0 %"),
        (0.0001, "< 0.1 %"),
        (0.0004999, "< 0.1 %"),
        (0.0005, "0.1 %"),
        (0.012, "1.2 %"),
        (0.0994, "9.9 %"),
        (0.0995, "10 %"),
        (0.785, "78 %"),
        (0.786, "79 %"),
        (1, "100 %"),
    ],
)
def test_percent(share, said):
    assert style.percent(share) == said


SIZES = {name: part["default"] for name, part in schema()["properties"]["figures"]["properties"].items()}


def test_who_speaks_most_turns_gets_the_first_colour(tiny):
    look = style.Look.of(SIZES, tiny.speakers)
    # Turns: Brown 3 + 3, Adams 3 + 2, the clerk 1 and Dale 1; the silent get none.
    assert list(look.colours) == ["mary-brown", "john-adams", "clerk", "ella-dale"]
    assert list(look.colours.values()) == list(style.PALETTE[:4])
    assert look.names["clerk"] == "The clerk"
    again = style.Look.of(SIZES, tiny.speakers.iloc[::-1])
    assert again.colours == look.colours


def test_speakers_beyond_the_palette_share_one_colour():
    speakers = pd.DataFrame({"speaker_id": list("abcdefgh"), "name": list("ABCDEFGH"), "n_turns": range(8, 0, -1)})
    look = style.Look.of(SIZES, speakers)
    assert list(look.colours.values())[6:] == [style.OTHER] * 2 and style.OTHER not in style.PALETTE


def test_a_figure_has_its_size_in_print():
    assert style.new(89, 50).get_size_inches().tolist() == pytest.approx([89 / 25.4, 50 / 25.4])


def test_the_style_is_left_behind(tiny):
    before = dict(mpl.rcParams)
    with style.applied(style.Look.of(SIZES, tiny.speakers), ["Adams"]):
        assert mpl.rcParams["pdf.fonttype"] == 42 and mpl.rcParams["font.size"] == 7.5
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize(("text", "family"), [("Çako, Mëhilli", "memcon Sans"), ("毛泽东", "DejaVu Sans")])
def test_other_letters_get_the_whole_font(tiny, text, family):
    with style.applied(style.Look.of(SIZES, tiny.speakers), [text]):
        assert mpl.rcParams["font.family"] == [family]


@pytest.mark.parametrize(
    ("n", "width", "shape"), [(1, 183, (1, 1)), (2, 183, (1, 2)), (5, 183, (3, 2)), (3, 89, (3, 1))]
)
def test_panels(n, width, shape):
    figure, axes = style.panels(width, [str(i) for i in range(n)], row_mm=40)
    assert len(axes) == len(figure.axes) == n
    assert axes[0].get_subplotspec().get_gridspec().get_geometry() == shape
    assert figure.get_size_inches() * 25.4 == pytest.approx([width, 40 * shape[0]])


def test_a_study_chooses_the_figures_of_one_column(tiny):
    look = style.Look.of({**SIZES, "one_column": ["themes"]}, tiny.speakers)
    assert [look.width_mm(name) for name in ("themes", "contrast")] == [SIZES["single_mm"], SIZES["double_mm"]]
