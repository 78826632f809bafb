"""Figures: names, files, bytes, fonts and sizes, and that nothing covers anything else."""

import re
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from memcon import figures, io
from memcon.figures import style

NAMES = [
    *figures.FIGURES,
    *figures.contrast_names(["meetings", "mao"]),
]
SUFFIXES = ("pdf", "svg", "png", "csv", "txt")


class Seen(NamedTuple):
    """A drawn figure: its size in pixels, what it covers, its texts with their corners, its numbers and values."""

    size: tuple[float, float]
    covered: tuple[float, float, float, float]
    texts: list[tuple[str, np.ndarray]]
    numbers: pd.DataFrame
    values: dict[str, object]


def width_mm(study, name):
    sizes, module = study.config["figures"], names_of(study.config)[name][0]
    return sizes["single_mm"] if module in sizes["one_column"] else sizes["double_mm"]


def names_of(config):
    general = {name: (name, None) for name in figures.names(themes=config["themes"])}
    return general | figures.contrast_names(config["contrasts"])


@pytest.fixture(scope="module")
def saved(bundled, study, root, tmp_path_factory):
    """The figures of the bundled study in two folders, drawn one after the other."""
    folders = [tmp_path_factory.mktemp("figures") for _ in range(2)]
    for folder in folders:
        figures.make(
            bundled,
            names=names_of(study.config),
            folder=folder,
            templates=root / "workflow" / "report",
            config=study.config,
        )
    return folders


def corners(text, renderer):
    """Return the corners of a text without its arrow; a turned one is a turned rectangle about the same middle."""
    box = Text.get_window_extent(text, renderer)
    middle, angle = np.array([(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]), np.deg2rad(text.get_rotation())
    if angle:
        text.set_rotation(0)
        box = Text.get_window_extent(text, renderer)
        text.set_rotation(np.rad2deg(angle))
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (box.width / 2, box.height / 2)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return middle + half @ turn


def draw_all(tables, config):
    """Draw the figures of a study with an Agg renderer and note what it draws."""
    drawn_texts, original = [], Text.draw

    def noting(self, renderer, *args, **kwargs):
        if self.get_visible() and self.get_text().strip():
            drawn_texts.append(self)
        return original(self, renderer, *args, **kwargs)

    look = style.Look.of(config["figures"], tables["speakers"])
    with style.applied(look, ["Latin letters"]), pytest.MonkeyPatch.context() as patch:
        for name, (module, contrast_id) in names_of(config).items():
            settings = {"contrast_id": contrast_id, **config["contrasts"][contrast_id]} if contrast_id else {}
            draw = import_module(f"memcon.figures.{module}").draw
            drawn = draw(tables, look=look, ranking=config["ranking"], **settings)
            drawn.figure.set_dpi(200)
            canvas = FigureCanvasAgg(drawn.figure)
            canvas.draw()
            patch.setattr(Text, "draw", noting)
            canvas.draw()
            patch.setattr(Text, "draw", original)
            renderer = canvas.get_renderer()
            covered = drawn.figure.get_tightbbox(renderer).extents * drawn.figure.dpi
            texts = [(text.get_text(), corners(text, renderer)) for text in dict.fromkeys(drawn_texts)]
            drawn_texts.clear()
            size = drawn.figure.bbox.width, drawn.figure.bbox.height
            yield name, Seen(size, tuple(covered), texts, drawn.numbers, drawn.values)


@pytest.fixture(scope="module")
def seen(bundled, study):
    """The figures of the bundled study as they are drawn."""
    return dict(draw_all(bundled, study.config))


@pytest.fixture(scope="module")
def narrow(bundled, study):
    """The same, each one column wide."""
    all_figures = [*figures.FIGURES, *figures.CONTRAST_FIGURES]
    config = {**study.config, "figures": {**study.config["figures"], "one_column": all_figures}}
    return dict(draw_all(bundled, config))


def test_names_agree(root):
    wanted = {*figures.FIGURES, *figures.CONTRAST_FIGURES}
    helpers = {"__init__", "style", "fonts"}
    modules = {path.stem for path in Path(figures.__file__).parent.glob("*.py")} - helpers
    templates = {path.stem for path in (root / "workflow/report").glob("*.rst") if not path.stem.startswith("table_")}
    assert modules == templates == wanted
    for name in wanted:
        assert callable(import_module(f"memcon.figures.{name}").draw)
    assert set(figures.contrast_names(["c"])) == {"contrast_c", "contrast_scatter_c"}


def test_without_themes_there_is_no_figure_of_them():
    assert "themes" not in figures.names(themes=[]) and "themes" in figures.names(themes=["x"])


def test_every_file_is_there_and_no_other(saved):
    for folder in saved:
        assert {path.name for path in folder.iterdir()} == {f"{name}.{suffix}" for name in NAMES for suffix in SUFFIXES}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", NAMES)
def test_same_bytes_each_time(saved, name, suffix):
    one, other = ((folder / f"{name}.{suffix}").read_bytes() for folder in saved)
    assert one == other and one


@pytest.mark.parametrize("name", NAMES)
def test_fonts_of_the_pdf_are_embedded_truetype(saved, name):
    data = (saved[0] / f"{name}.pdf").read_bytes()
    n_fonts = len(re.findall(rb"/Type /FontDescriptor", data))
    assert n_fonts > 0 and data.count(b"/FontFile2") == n_fonts
    assert b"/Type3" not in data and b"/FontFile3" not in data
    assert b"CreationDate" not in data


@pytest.mark.parametrize("name", NAMES)
def test_size_of_the_pdf_in_millimetres(saved, seen, study, name):
    data = (saved[0] / f"{name}.pdf").read_bytes()
    width, height = map(float, re.search(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", data).groups())
    assert width / 72 * 25.4 == pytest.approx(width_mm(study, name), abs=0.01)
    assert height / width == pytest.approx(seen[name].size[1] / seen[name].size[0], rel=1e-4)


def test_size_and_resolution_of_the_png(saved, study):
    import struct

    for name in NAMES:
        data = (saved[0] / f"{name}.png").read_bytes()
        width = struct.unpack(">I", data[16:20])[0]
        wanted = width_mm(study, name) / 25.4 * study.config["figures"]["png_dpi"]
        assert abs(width - wanted) <= 1


def test_svg_holds_no_date_and_no_font(saved):
    for name in NAMES:
        text = (saved[0] / f"{name}.svg").read_text("utf-8")
        assert "<dc:date>" not in text and "font-family" not in text and "<text" not in text


@pytest.mark.parametrize("width", ["seen", "narrow"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_drawn_outside(request, width, name):
    figure = request.getfixturevalue(width)[name]
    width, height = figure.size
    left, bottom, right, top = figure.covered
    assert left >= 0 and bottom >= 0 and right <= width and top <= height


def apart(one, other):
    """Tell whether two rectangles, turned or not, share less than half a pixel (separating axes)."""
    for shape in (one, other):
        for a, b in zip(shape, np.roll(shape, -1, axis=0), strict=True):
            axis = np.array([b[1] - a[1], a[0] - b[0]])
            length = np.linalg.norm(axis)
            p, q = one @ axis / length, other @ axis / length
            if p.max() <= q.min() + 0.5 or q.max() <= p.min() + 0.5:
                return True
    return False


def test_apart_knows_turned_rectangles():
    square = np.array([[0, 0], [2, 0], [2, 2], [0, 2]], dtype=float)
    turned = np.array([[3, 0], [6, 3], [3, 6], [0, 3]], dtype=float)
    assert not apart(square, square + 1)
    assert apart(square, square + 2)
    assert apart(square, turned + 0.6) and not apart(square, turned - 0.6)


@pytest.mark.parametrize("width", ["seen", "narrow"])
@pytest.mark.parametrize("name", NAMES)
def test_no_two_texts_overlap(request, width, name):
    texts = request.getfixturevalue(width)[name].texts
    assert len(texts) > 10
    covered = [(a, b) for (a, one), (b, other) in combinations(texts, 2) if not apart(one, other)]
    assert covered == []


@pytest.mark.parametrize("name", NAMES)
def test_csv_holds_just_the_numbers(saved, seen, name, tmp_path):
    io.write_csv(tmp_path / "numbers.csv", seen[name].numbers)
    data = (saved[0] / f"{name}.csv").read_bytes()
    assert data == (tmp_path / "numbers.csv").read_bytes()
    assert b"\r" not in data and data.decode("utf-8").splitlines()[0] == ",".join(seen[name].numbers)


def test_numbers_of_the_figures(seen, bundled, study):
    def same(name, wanted):
        pd.testing.assert_frame_equal(seen[name].numbers, wanted.reset_index(drop=True))

    same("talk_share", bundled["talk_share"].query("level == 'speaker' and measure in ('words', 'turns')"))
    same("talk_over_time", bundled["talk_over_time"])
    same("turn_taking", bundled["turn_taking"])
    same("themes", bundled["themes"])
    strip = seen["conversation"].numbers
    assert (strip["word_end"] - strip["word_start"] == strip["n_words"]).all()
    assert strip.groupby("meeting_id")["word_start"].first().tolist() == [0, 0]
    assert strip.groupby("meeting_id")["word_end"].last().tolist() == bundled["corpus"]["n_words"].tolist()
    for contrast_id in ("meetings", "mao"):
        rows = bundled["contrast"].query("contrast_id == @contrast_id and unit == 'passage' and ranked")
        assert seen[f"contrast_scatter_{contrast_id}"].numbers["term"].tolist() == rows["term"].tolist()
        bars = seen[f"contrast_{contrast_id}"].numbers
        n = study.config["ranking"]["top_terms"]
        ordered = rows["term"].tolist()
        assert bars["term"].tolist() == ordered[:n] + ordered[-n:]


def test_every_labelled_term_is_printed(seen):
    for contrast_id in ("meetings", "mao"):
        terms = set(seen[f"contrast_{contrast_id}"].numbers["term"])
        for name in (f"contrast_{contrast_id}", f"contrast_scatter_{contrast_id}"):
            # Terms whose points coincide share a label.
            assert terms <= {term for text, _ in seen[name].texts for term in text.split(", ")}


@pytest.mark.parametrize("name", NAMES)
def test_captions_are_filled(saved, name):
    caption = (saved[0] / f"{name}.txt").read_text("utf-8")
    assert caption.count("\n") == 1 and caption.endswith(".\n")
    assert not re.search(r"[{}]|\bnan\b|None|  ", caption)


def test_captions_give_the_totals(saved, bundled):
    caption = (saved[0] / "talk_share.txt").read_text("utf-8")
    for row in bundled["corpus"].itertuples():
        assert f"{row.meeting_id}: {row.n_words:,} words in {row.n_turns:,} turns" in caption


def test_half_of_the_words():
    from memcon.figures import conversation

    numbers = pd.DataFrame({"meeting_id": "a", "n_words": [10, 1, 4, 5]})
    # 10 of 20 words are half: one turn. With 9 instead it takes two: 9 + 5 of 19.
    assert conversation._half(numbers, "a") == {"n": 1, "turns": 4}
    assert conversation._half(numbers.replace(10, 9), "a") == {"n": 2, "turns": 4}
