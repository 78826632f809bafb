"""Configuration, schema and manual: one source."""

from pathlib import Path

import jsonschema

import memcon

ROOT = Path(__file__).parents[2]


def test_the_manual_is_the_one_of_the_schema() -> None:
    assert (ROOT / "config" / "README.md").read_text(encoding="utf-8") == memcon.manual.text(), "run: make manual"


def test_every_key_has_its_row_in_the_manual() -> None:
    text = memcon.manual.text()

    def keys(part: dict, name: str) -> list[str]:
        below = part.get("properties", {})
        return [name, *(deeper for key, value in below.items() for deeper in keys(value, f"{name}.{key}"))]

    for name, part in memcon.study.schema()["properties"].items():
        for key in keys(part, name):
            assert f"`{key}`" in text
            if key != "themes.NAME":
                assert part.get("description")


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(memcon.study.schema())


def test_defaults_are_allowed_values() -> None:
    def walk(part: dict) -> None:
        if "default" in part:
            jsonschema.Draft202012Validator({**part, "$defs": memcon.study.schema()["$defs"]}).validate(part["default"])
        for below in part.get("properties", {}).values():
            walk(below)
        if isinstance(part.get("additionalProperties"), dict):
            walk(part["additionalProperties"])

    walk(memcon.study.schema())


def test_the_bundled_study_uses_known_keys_only() -> None:
    assert memcon.study.load(ROOT).config["title"]
