"""Schemas: each fault of a table is said, with table and column."""

import pandas as pd
import pytest

from memcon import schemas
from memcon.errors import MemconError


@pytest.fixture
def tables(tiny, bundled):
    """Tables of the bundled study, of their first rows, that a test may spoil."""
    return {name: table.head(3).copy() for name, table in bundled.items()}


def spoiled(table, column, row, value):
    made = table.astype({column: object})
    made.loc[row, column] = value
    return made.astype({column: table[column].dtype})


@pytest.mark.parametrize("name", list(schemas.TABLES))
def test_every_table_of_the_bundled_study_fits(bundled, name):
    checked = schemas.check(bundled[name], name)
    assert len(checked) == len(bundled[name]) > 0
    schemas.check(checked.head(0), name)


@pytest.mark.parametrize(
    ("table", "spoil", "said"),
    [
        ("turns", lambda t: t.drop(columns="n_words"), "its columns are meeting_id, turn, .* not meeting_id, turn, .*"),
        ("turns", lambda t: t.assign(mood="calm"), "its columns are .*mood, not"),
        (
            "themes",
            lambda t: t[["theme", "meeting_id", *t.columns[2:]]],
            "its columns are theme, meeting_id.* not meet",
        ),
        ("documents", lambda t: t.drop(columns="n_characters"), "its columns are"),
        ("turns", lambda t: t.astype({"n_words": float}), "column 'n_words' has type float64, not int64"),
        ("turns", lambda t: t.astype({"n_words": str}), "column 'n_words' has type str, not int64"),
        ("themes", lambda t: t.astype({"share": "float32"}), "column 'share' has type float32, not float64"),
        ("contrast", lambda t: t.astype({"ranked": int}), "column 'ranked' has type int64, not bool"),
        ("turns", lambda t: spoiled(t, "label", 1, None), "column 'label' misses a value in row 2"),
        ("spans", lambda t: spoiled(t, "confidence", 0, float("nan")), "column 'confidence' misses a value in row 1"),
        ("turns", lambda t: spoiled(t, "n_words", 2, -1), "column 'n_words' holds .*-1.* in row 3"),
        ("turns", lambda t: spoiled(t, "turn", 0, 0), "column 'turn' holds .*0.* in row 1"),
        ("spans", lambda t: t.assign(turn=pd.array([None, 0, None], "Int64")), "column 'turn' holds .*0.* in row 2"),
        ("themes", lambda t: spoiled(t, "share", 1, 1.01), "column 'share' holds .*1.01.* in row 2"),
        ("themes", lambda t: spoiled(t, "share", 1, -0.01), "column 'share' holds .*-0.01.* in row 2"),
        ("spans", lambda t: spoiled(t, "kind", 1, "whisper"), "column 'kind' holds 'whisper' in row 2"),
        ("talk_share", lambda t: spoiled(t, "measure", 0, "breaths"), "column 'measure' holds 'breaths' in row 1"),
        ("talk_share", lambda t: spoiled(t, "level", 0, "village"), "column 'level' holds 'village' in row 1"),
        ("speakers", lambda t: spoiled(t, "evidence", 0, "rumour"), "column 'evidence' holds 'rumour' in row 1"),
        ("turns", lambda t: pd.concat([t, t.head(1)]), "two rows have the same meeting_id, turn: .*'turn': 1"),
        ("themes", lambda t: pd.concat([t, t.tail(1)]), "two rows have the same meeting_id, theme"),
        ("talk_share", lambda t: pd.concat([t, t.tail(1)]), "two rows have the same meeting_id, level"),
    ],
)
def test_faults(tables, table, spoil, said):
    schemas.check(tables[table], table)
    with pytest.raises(MemconError, match=f"^table {table}: {said}"):
        schemas.check(spoil(tables[table]), table)


def test_a_meetings_sheet_may_have_columns_of_its_own(tables):
    assert "weather" in schemas.check(tables["documents"].assign(weather="fair"), "documents")


def test_rounding_above_one_is_no_fault(tables):
    schemas.check(spoiled(tables["themes"], "share", 0, 1 + 1e-12), "themes")


def test_a_column_of_missing_texts_may_have_any_type(tables):
    checked = schemas.check(tables["documents"].assign(place=None), "documents")
    assert checked["place"].isna().all() and str(checked["place"].dtype) == "str"


def test_every_key_and_list_of_values_belongs_to_a_column():
    for name, key in schemas._KEYS.items():
        assert set(key.split()) <= {column.name for column in schemas.columns(name)}
    for name, column in schemas._VALUES:
        assert column in {found.name for found in schemas.columns(name)}
    known = {"text", "count", "number", "share", "index", "truth"}
    for name in schemas.TABLES:
        assert {column.kind for column in schemas.columns(name) if column.name != "*"} <= known
