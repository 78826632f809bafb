"""Study: one configuration and its two sheets, checked before anything runs."""

import math
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from memcon import selection, sheets, stop_words, tokens
from memcon.errors import MemconError, listed, suggestion
from memcon.people import Person
from memcon.running import CONFIG

_SPEAKER_COLUMNS = ("speaker_id", "name", "side", "role")


class Study(NamedTuple):
    """A checked study: the configuration with its defaults, the rows of its sheets, its stop words."""

    folder: Path
    config: dict[str, Any]
    meetings: list[dict[str, str]]
    people: list[Person]
    stop_words: frozenset[str]

    @property
    def shards(self) -> dict[str, list[dict[str, str]]]:
        """The meetings of each shard that has any."""
        found: dict[str, list[dict[str, str]]] = {}
        for meeting in self.meetings:
            found.setdefault(shard(meeting["file"], n_shards=self.config["shards"]), []).append(meeting)
        return dict(sorted(found.items()))


class _Loader(yaml.SafeLoader):
    """YAML with dates left as text, and no key said twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key_node, _ in node.value:
            line = key_node.start_mark.line + 1
            if key_node.tag != "tag:yaml.org,2002:str":
                raise MemconError(
                    f"{CONFIG}, line {line}: found the key {self.construct_object(key_node, deep=True)!r}; a key is a "
                    "text, so put it between quotation marks."
                )
            if key_node.value in seen:
                raise MemconError(f"{CONFIG}, line {line}: key '{key_node.value}' is said twice; keep one of the two.")
            seen.add(key_node.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def shard(file: str, *, n_shards: int) -> str:
    """Return the shard of a file, by a stable hash of its name.

    Args:
        file: the file as the sheet names it.
        n_shards: how many shards there are.

    Returns:
        The shard's number, in figures.

    Example:
        >>> shard("a.txt", n_shards=1)
        '0'
    """
    return str(zlib.crc32(file.encode()) % n_shards)


@lru_cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema of the configuration.

    Returns:
        The schema, whose descriptions are the manual.
    """
    text = Path(__file__).with_name("study.schema.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def _yaml(text: str) -> dict[str, Any]:
    try:
        found = yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader without dates
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise MemconError(
            f"{CONFIG}{line}: this is not YAML ({getattr(error, 'problem', None) or 'unreadable'})."
        ) from None
    if not isinstance(found, dict):
        raise MemconError(f"{CONFIG}: found no keys; it needs at least 'title' (config/README.md lists all).")
    return found


def _with_defaults(value: Any, of: Mapping[str, Any]) -> Any:
    """Fill in the schema's defaults, depth first."""
    if not isinstance(value, dict):
        return value
    named = of.get("properties", {})
    filled = {name: part["default"] for name, part in named.items() if "default" in part} | value
    other = of.get("additionalProperties")
    parts = {name: named.get(name) or (other if isinstance(other, dict) else {}) for name in filled}
    return {name: _with_defaults(filled[name], part) for name, part in parts.items()}


def _check_finite(value: Any, where: str) -> None:
    """Refuse infinity and not-a-number, which pass any bound of a schema."""
    if isinstance(value, float) and not math.isfinite(value):
        raise MemconError(f"{CONFIG}, key '{where}': found {value}; give a finite number.")
    if isinstance(value, dict):
        for name, below in value.items():
            _check_finite(below, f"{where}.{name}".lstrip("."))


def _check_schema(config: dict[str, Any]) -> None:
    from jsonschema import Draft202012Validator

    _check_finite(config, "")
    errors = sorted(Draft202012Validator(schema()).iter_errors(config), key=lambda e: [str(p) for p in e.absolute_path])
    if not errors:
        return
    error = errors[0]
    where = ".".join(str(part) for part in error.absolute_path)
    place = f"{CONFIG}, key '{where}'" if where else CONFIG
    found, rule = error.instance, error.validator_value
    if error.validator == "additionalProperties":
        allowed = error.schema["properties"]
        name = next(str(name) for name in found if name not in allowed)
        raise MemconError(
            f"{place}: key '{name}' is not known; allowed here are {listed(allowed, most=20)}"
            f"{suggestion(name, allowed) or '.'}"
        )
    if error.validator == "required":
        missing = next(name for name in rule if name not in found)
        raise MemconError(f"{place}: the key '{missing}' is missing; add it (config/README.md says what it holds).")
    said = {
        "type": f"allowed is a value of type {listed(rule if isinstance(rule, list) else [rule])}",
        "enum": f"allowed are {listed(rule) if isinstance(rule, list) else rule}",
        "minimum": f"the least allowed is {rule}",
        "exclusiveMinimum": f"it must be greater than {rule}",
        "maximum": f"the greatest allowed is {rule}",
        "pattern": f"it must have the shape {rule}",
        "anyOf": "allowed is a text or a list of texts (put figures and dates between quotation marks)",
        "minItems": f"it needs at least {rule} value(s)",
        "minProperties": f"it needs at least {rule} column(s)",
        "minLength": "it must not be empty",
        "uniqueItems": "each value may stand once",
    }.get(str(error.validator), error.message)
    raise MemconError(f"{place}: found {found!r}; {said}.")


def _check_contrasts(config: dict[str, Any], meetings: list[dict[str, str]], people: list[Person]) -> None:
    columns = dict.fromkeys((*sheets.MEETING_COLUMNS, *_SPEAKER_COLUMNS, *(name for row in meetings for name in row)))
    for contrast_id, contrast in config["contrasts"].items():
        if contrast_id.startswith("scatter_") or contrast_id == "sides":
            raise MemconError(
                f"{CONFIG}, key 'contrasts.{contrast_id}': its files would bear the names of others; allowed is any "
                "identifier but 'sides' and those that begin with 'scatter_'."
            )
        sides = {}
        for side in ("target", "reference"):
            where = f"{CONFIG}, key 'contrasts.{contrast_id}.{side}'"
            chosen = {column: sorted(selection.values(wanted)) for column, wanted in contrast[side].items()}
            for column, wanted in chosen.items():
                if column not in columns:
                    raise MemconError(
                        f"{where}: column '{column}' is not known; allowed are {listed(columns, most=40)}"
                        f"{suggestion(column, columns) or '.'}"
                    )
                there = {row.get(column, "") for row in meetings} if column in ("meeting_id", "file") else None
                if column == "speaker_id" and people:
                    there = {person.speaker_id for person in people}
                for value in wanted if there is not None else []:
                    if value not in (there or ()):
                        raise MemconError(
                            f"{where}: {column} '{value}' is in no row of the sheet; there are "
                            f"{listed(sorted(there or ()))}"
                            f"{suggestion(value, there or ()) or '.'}"
                        )
            sides[side] = chosen
        if sides["target"] == sides["reference"]:
            raise MemconError(
                f"{CONFIG}, key 'contrasts.{contrast_id}': target and reference are the same selection; choose two."
            )
        from memcon.units import MIN_UNITS

        if "meeting" in contrast["units"] and len(meetings) < 2 * MIN_UNITS:
            raise MemconError(
                f"{CONFIG}, key 'contrasts.{contrast_id}.units': unit 'meeting' needs {MIN_UNITS} meetings on each "
                f"side and the study has {len(meetings)}, so that idf would take a value or two and weigh nothing; use "
                "passage or turn."
            )


def _themes(config: dict[str, Any], words: frozenset[str]) -> dict[str, list[str]]:
    """Fold the themes' terms and refuse those that cannot be counted, or would be counted twice."""
    folded: dict[str, list[str]] = {}
    for theme, terms in config["themes"].items():
        where = f"{CONFIG}, key 'themes.{theme}'"
        found: dict[str, list[str]] = {}
        for term in terms:
            parts = [tokens.fold(token) for token in tokens.tokenize(term)]
            if not 1 <= len(parts) <= config["text"]["longest_term"]:
                raise MemconError(
                    f"{where}: '{term}' has {len(parts)} words; a term has at most "
                    f"{config['text']['longest_term']} here."
                )
            if len(parts) == 2 and set(parts) & words:
                raise MemconError(
                    f"{where}: '{term}' holds a stop word, so that it is never counted; name its content word."
                )
            if " ".join(parts) in found:
                raise MemconError(f"{where}: '{term}' stands twice; keep one of the two.")
            found[" ".join(parts)] = parts
        for term, parts in found.items():
            for other, others in found.items():
                overlap = (len(parts) < len(others) and parts[0] in others) or (
                    len(parts) == 2 == len(others) and parts[-1] == others[0]
                )
                if overlap:
                    raise MemconError(
                        f"{where}: '{term}' and '{other}' can share a word of the text, which would count twice; "
                        "keep one."
                    )
        folded[theme] = list(found)
    return folded


def load(folder: str | Path = ".") -> Study:
    """Load a study and check all that can be checked before a job runs.

    Args:
        folder: the folder with ``config/`` and ``data/raw/``.

    Returns:
        The study, defaults filled in, meetings sorted by ``meeting_id``, themes folded.

    Raises:
        MemconError: the first thing that is wrong, in one sentence.
    """
    folder = Path(folder)
    config = _yaml(sheets.read_text(folder, CONFIG))
    _check_schema(config)
    config = _with_defaults(config, schema())
    meetings = sheets.meetings(folder, config["meetings"])
    people = sheets.people(folder, config["people"]) if config["people"] is not None else []
    chosen = config["text"]["stop_words"]
    words = stop_words.load(
        name=chosen["list"], language=chosen["language"], add=chosen["add"], remove=chosen["remove"]
    )
    _check_contrasts(config, meetings, people)
    config["themes"] = _themes(config, words)
    for contrast in config["contrasts"].values():
        for side in ("target", "reference"):
            chosen_values = [value for wanted in contrast[side].values() for value in selection.values(wanted)]
            contrast[f"{side}_name"] = contrast[f"{side}_name"] or ", ".join(chosen_values)
    return Study(folder, config, meetings, people, words)
