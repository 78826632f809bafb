"""Take the text tables of the last run as the expected ones: `make bless`, after looking at what changed.

The README's figures are made anew with them.
"""

import shutil
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "tables"
# The turns are the sources themselves, the concordance repeats them, the stop words are a package's.
README_FIGURES = ("talk_share", "contrast_meetings")
LEFT_OUT = ("turns", "concordance", "stop_words")


def compared(results: Path) -> dict[str, str]:
    """Return the text results that are compared: path below results → text.

    Of the contrasts only ranked terms are compared; the others differ from them in nothing but rarity.
    """
    files = [*sorted((results / "tables").iterdir()), *sorted((results / "figures").glob("*.txt"))]
    found = {
        str(file.relative_to(results)): file.read_text(encoding="utf-8") for file in files if file.stem not in LEFT_OUT
    }
    header, *lines = found["tables/contrast.csv"].splitlines(keepends=True)
    ranked = header.split(",").index("ranked")
    found["tables/contrast.csv"] = "".join([header, *(line for line in lines if line.split(",")[ranked] == "True")])
    return found


if __name__ == "__main__":
    shutil.rmtree(GOLDEN, ignore_errors=True)
    tables = compared(ROOT / "results")
    for name, text in tables.items():
        (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")
    for name in README_FIGURES:
        with Image.open(ROOT / "results" / "figures" / f"{name}.png") as figure:
            small = figure.convert("RGB").resize((1000, round(figure.height * 1000 / figure.width)))
            small.quantize(64).save(ROOT / "docs" / "figures" / f"{name}.png", optimize=True)
    print(f"{len(tables)} tables blessed in {GOLDEN.relative_to(ROOT)}")
