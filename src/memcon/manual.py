"""Manual: config/README.md, written from the configuration's schema."""

from collections.abc import Iterator, Mapping
from typing import Any

from memcon import sheets, study

_HEAD = """# The configuration of a study

This page is made from the schema by `make manual`; a test keeps the two equal.

A study is a folder with `config/` and `data/raw/`. `config/config.yaml` holds its choices, two sheets its meetings and
people. Dates and figures that are meant as names stand between quotation marks (`"1967-02-03"`). An unknown key, a key
said twice or a value out of range stops the run with one sentence before anything is computed.
"""

_SHEETS = """
## The sheet of meetings

CSV in UTF-8, one row a meeting. `meeting_id` and `file` are needed, the other columns may be left out or empty:
{meetings}.

- `meeting_id`: letters, figures, `.`, `_`, `-`; it names the meeting everywhere.
- `file`: the source, below `data/raw/`; plain text or Markdown in UTF-8, one meeting a file.
- `format`: `text` or `markdown`; recognised where empty.
- What the sheet states of a record (date, title, place, languages, who made and translated it, how complete it is,
  citation) wins over what the parser finds in it.
- Any further column is metadata that a contrast can select by.

## The sheet of people

CSV in UTF-8, one row a person; `speaker_id` and `name` are needed: {people}.

- `side`: the delegation. `role`: the office; `interpreter` and `note-taker` are present without being participants.
- `aliases`: further labels under which the records print this person, `;` between them. A label that is a name or an
  alias is taken for this person; so is one that, without its titles, is the name, or one person's first or last name.
  An unnamed person may have a row ("The ambassador").
- Without the sheet (`people: null`) speakers are told apart by the labels of each meeting.

## Selections

`target` and `reference` of a contrast select turns by any column of the meetings sheet and by `speaker_id`, `name`,
`side` and `role`: `{{meeting_id: "1967-02-03", speaker_id: mao-zedong}}` are the turns of one speaker in one meeting;
a list (`[a, b]`) allows several values. The two sides may share no turn, and each needs at least 5 units.
"""


def _rows(name: str, part: Mapping[str, Any]) -> Iterator[str]:
    """Describe a key and the keys below it, one row of the table each."""
    kinds = part.get("type", "selection")
    kind = " or ".join(kinds) if isinstance(kinds, list) else kinds
    if "enum" in part:
        kind = ", ".join(f"`{value}`" for value in part["enum"])
    limits = [f"{word} {part[key]}" for key, word in _LIMITS.items() if key in part]
    if "items" in part and "enum" in part["items"]:
        limits.append("of " + ", ".join(f"`{value}`" for value in part["items"]["enum"]))
    default = "needed" if "default" not in part else f"`{_written(part['default'])}`"
    if part.get("default") == {}:
        default = "empty"
    yield f"| `{name}` | {'; '.join([kind, *limits])} | {default} | {part.get('description', '')} |"
    for key, below in part.get("properties", {}).items():
        yield from _rows(f"{name}.{key}", below)
    below = part.get("additionalProperties")
    if isinstance(below, dict):
        if "properties" in below:
            for key, deeper in below["properties"].items():
                yield from _rows(f"{name}.ID.{key}", deeper)
        else:
            yield f"| `{name}.NAME` | list of terms | needed | The terms of the theme. |"


_LIMITS = {"minimum": "at least", "maximum": "at most", "exclusiveMinimum": "above", "pattern": "shaped"}


def _written(value: Any) -> str:
    """Write a default as YAML does."""
    if isinstance(value, list):
        return "[" + ", ".join(map(str, value)) + "]"
    return {"": '""', "None": "null"}.get(str(value), str(value)) if value != {} else "{}"


def text() -> str:
    """Write the manual.

    Returns:
        config/README.md: every key with its type, default and meaning, then the sheets.
    """
    rows = [row for name, part in study.schema()["properties"].items() for row in _rows(name, part)]
    table = "\n".join(["| key | value | default | meaning |", "|---|---|---|---|", *rows])
    listed = {
        "meetings": ", ".join(f"`{column}`" for column in sheets.MEETING_COLUMNS),
        "people": ", ".join(f"`{column}`" for column in sheets.PEOPLE_COLUMNS),
    }
    return f"{_HEAD}\n## The keys of config.yaml\n\n{table}\n{_SHEETS.format(**listed)}"


if __name__ == "__main__":
    print(text(), end="")
