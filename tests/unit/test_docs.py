"""The documents say what the code does: assumptions, tables, columns, kinds of span, checksums."""

import hashlib
import re
from pathlib import Path

import pytest

from memcon import schemas

ROOT = Path(__file__).parents[2]
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
METHODS = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
SOURCES = sorted(path for path in (ROOT / "data" / "raw").iterdir() if path.name != "README.md")
# The comment and the lines of comment that go on with it; a further "# ASSUME:" is another one.
ASSUMPTION = re.compile(r"^[ \t]*# ASSUME: (?P<text>.+(?:\n[ \t]*# (?!ASSUME:).+)*)", re.MULTILINE)


def section(text: str, heading: str) -> str:
    """Return what stands under a heading of the second rank."""
    return re.split(r"^## ", text.split(f"\n## {heading}\n")[1], flags=re.MULTILINE)[0]


def assumptions() -> set[tuple[str, str]]:
    """Return the file and the text of each assumption that the code marks."""
    package = ROOT / "src" / "memcon"
    found = set()
    for path in sorted(package.rglob("*.py")):
        for comment in ASSUMPTION.finditer(path.read_text(encoding="utf-8")):
            text = " ".join(re.sub(r"\n[ \t]*# ", " ", comment["text"]).split())
            found.add((path.relative_to(package).as_posix(), text))
    return found


def rows(heading: str) -> dict[str, list[str]]:
    """Return the rows of the design's table under a heading: name in the first cell → its cells."""
    lines = re.findall(r"^\| `(\w+)` (\|.*)$", section(DESIGN, heading), re.MULTILINE)
    return {name: [cell.strip() for cell in rest.strip("|").split("|")] for name, rest in lines}


def test_assumption_comments_are_well_formed() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py")]
    assert sum(text.count("ASSUME") for text in texts) == sum(len(ASSUMPTION.findall(text)) for text in texts) > 0


def test_methods_quote_every_assumption_and_no_other() -> None:
    entries = re.findall(r"^- `([\w/.]+)`: \"(.+(?:\n  .+)*)\"$", section(METHODS, "Assumptions"), re.MULTILINE)
    assert {(file, " ".join(text.split())) for file, text in entries} == assumptions()


def test_design_has_every_table() -> None:
    assert list(rows("The tables")) == list(schemas.TABLES)


@pytest.mark.parametrize("table", schemas.TABLES)
def test_design_has_every_column_in_order(table: str) -> None:
    told = re.findall(r"`(\w+)`(\??)", rows("The tables")[table][1])
    columns = [column for column in schemas.columns(table) if column.name != "*"]
    assert told == [(column.name, "?" if column.optional else "") for column in columns]


def test_design_has_every_kind_of_span() -> None:
    assert list(rows("Kinds of span")) == schemas.KINDS.split()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_checksums_of_the_sources(source: Path) -> None:
    about = section((ROOT / "data" / "raw" / "README.md").read_text(encoding="utf-8"), source.name)
    assert re.findall(r"`([0-9a-f]{64})`", about) == [hashlib.sha256(source.read_bytes()).hexdigest()]


def test_links_between_documents_lead_somewhere() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        for link in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} links to {link}"
