"""The type of the figures: DejaVu Sans, in a lean copy that a PDF embeds quickly."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import matplotlib as mpl
from matplotlib import font_manager

FAMILY = "DejaVu Sans"
LEAN = "memcon Sans"
_LATIN = frozenset([*range(0x20, 0x250), *range(0x2010, 0x2027), 0x2212])


@contextmanager
def family(texts: Iterable[str]) -> Iterator[str]:
    """Choose the family for the texts of the figures.

    To embed the letters that it uses, a PDF takes the whole font apart, six thousand letters with their layout
    rules, for each figure. Where all texts are in Latin letters they are set in a copy that holds only these.

    Args:
        texts: whatever the figures may print.

    Yields:
        The family: the copy, or DejaVu Sans itself where a text holds other letters or separate marks.
    """
    if any(ord(character) not in _LATIN for text in texts for character in text):
        yield FAMILY
        return
    from fontTools import subset

    options = subset.Options(glyph_names=True, layout_features=[], legacy_kern=True)
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB"]
    font = subset.load_font(Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=_LATIN)
    subsetter.subset(font)
    for record in font["name"].names:
        record.string = LEAN.replace(" ", "") if record.nameID == 6 else LEAN
    known = list(font_manager.fontManager.ttflist)
    with TemporaryDirectory() as folder:
        font.save(Path(folder) / "memcon-sans.ttf")
        font_manager.fontManager.addfont(Path(folder) / "memcon-sans.ttf")
        try:
            yield LEAN
        finally:
            font_manager.fontManager.ttflist[:] = known
