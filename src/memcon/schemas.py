"""Schemas: the tables of memcon and their columns, the data model at a glance."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from memcon.errors import MemconError

if TYPE_CHECKING:
    import pandas as pd

# Kinds of column: what a value may be. A "?" after it: may be missing.
#   text     a string                 count   a whole number of at least 0    number  a float
#   share    a float from 0 to 1      index   a whole number of at least 1    truth   true or false
_TALK = "words turns sentences characters questions"
KINDS = (
    "title citation summary credits language_note classification heading metadata participants narration label "
    "utterance stage_direction insertion footnote_mark footnote emphasis_mark page_break page_furniture separator "
    "omission signature unparsed"
)

TABLES = {
    "documents": """meeting_id:text file:text format:text n_characters:count language:text title:text? date:text?
        place:text? original_language:text? record_maker:text? translator:text? completeness:text? citation:text?
        participants:text *""",
    "spans": """meeting_id:text span_id:index kind:text char_start:count char_end:count turn:index? rule:text
        confidence:share""",
    "turns": """meeting_id:text turn:index label:text text:text char_start:count char_end:count n_words:count
        n_sentences:count n_characters:count n_questions:count n_paragraphs:count n_stage_directions:count
        n_insertions:count n_footnotes:count n_words_in_insertions:count""",
    "speakers": """meeting_id:text label:text? turn:index? speaker_id:text name:text side:text role:text? n_turns:count
        evidence:text candidates:text?""",
    "term_counts": "meeting_id:text turn:index piece:index term:text n:index",
    "talk_share": """meeting_id:text level:text speaker_id:text? side:text measure:text value:number share:share?
        reason:text?""",
    "inequality": """meeting_id:text measure:text n_speakers:count n_participants:count n_effective_speakers:number?
        entropy:number? gini_speakers:share? gini_participants:share? reason:text?""",
    "talk_over_time": """meeting_id:text turn:index n_words:count position_share:share? speaker_id:text side:text
        cumulative_share:share?""",
    "turn_taking": "meeting_id:text from_speaker_id:text to_speaker_id:text n:count share:share?",
    "corpus": """meeting_id:text title:text? date:text? place:text? language:text original_language:text?
        record_maker:text? translator:text? completeness:text? n_characters:count n_turns:count n_words:count
        n_sentences:count n_questions:count n_speakers:count n_present:count unparsed_share:share citation:text?""",
    "contrast": """contrast_id:text unit:text term:text n_words_in_term:index n_target:count n_reference:count
        n_units_target:count n_units_reference:count ranked:truth listed:truth tfidf_target:number?
        tfidf_reference:number? tfidf_difference:number? log_odds:number? log_odds_z:number? g2:number?
        reason:text?""",
    "contrast_sides": """contrast_id:text unit:text side:text n_units:count n_units_without_content:count
        n_words:count n_terms:count""",
    "themes": "meeting_id:text theme:text n:count n_words_in_theme:count n_words:count share:share?",
    "theme_contrast": """contrast_id:text unit:text theme:text n_target:count n_reference:count share_target:share?
        share_reference:share? share_difference:number? tfidf_target:number? tfidf_reference:number?
        tfidf_difference:number? reason:text?""",
    "concordance": """term:text meeting_id:text turn:index speaker_id:text left:text node:text right:text
        char_start:count char_end:count""",
    "ledger": "file:text meeting_id:text kind:text n_spans:index n_characters:index share:share",
    "stop_words": "word:text list:text version:text",
}
_KEYS = {
    "documents": "meeting_id",
    "speakers": "meeting_id label turn speaker_id",
    "inequality": "meeting_id measure",
    "talk_over_time": "meeting_id turn",
    "corpus": "meeting_id",
    "contrast_sides": "contrast_id unit side",
    "theme_contrast": "contrast_id unit theme",
    "concordance": "term meeting_id turn char_start",
    "stop_words": "word",
    "spans": "meeting_id span_id",
    "turns": "meeting_id turn",
    "term_counts": "meeting_id turn piece term",
    "talk_share": "meeting_id level speaker_id side measure",
    "turn_taking": "meeting_id from_speaker_id to_speaker_id",
    "contrast": "contrast_id unit term",
    "themes": "meeting_id theme",
    "ledger": "meeting_id kind",
}
_ENDS = {"share": (-1e-9, 1 + 1e-9), "count": (0, None), "index": (1, None)}
_VALUES = {
    ("spans", "kind"): KINDS,
    ("talk_share", "measure"): f"{_TALK} mean_turn_words longest_turn_words",
    ("talk_share", "level"): "speaker side",
    ("inequality", "measure"): _TALK,
    ("contrast_sides", "side"): "target reference",
    ("speakers", "evidence"): "given exact-name surname participants-list unresolved",
}


class Column(NamedTuple):
    """A column: its name, its kind, whether a value may be missing, and the values allowed (empty: any)."""

    name: str
    kind: str
    optional: bool
    values: frozenset[str]


@lru_cache
def columns(name: str) -> tuple[Column, ...]:
    """Return the columns of a table.

    Args:
        name: one of ``TABLES``.

    Returns:
        The columns in order.

    Example:
        >>> [column.name for column in columns("stop_words")]
        ['word', 'list', 'version']
    """
    found = []
    for entry in TABLES[name].split():
        column, _, kind = entry.partition(":")
        values = frozenset(_VALUES.get((name, column), "").split())
        found.append(Column(column, kind.rstrip("?"), kind.endswith("?"), values))
    return tuple(found)


def _dtype(column: Column) -> str:
    if column.optional and column.kind == "index":
        return "Int64"
    return {"text": "str", "truth": "bool", "count": "int64", "index": "int64"}.get(column.kind, "float64")


def _fault(values: "pd.Series[Any]", column: Column) -> str:
    """Say what is wrong with the values of a column; nothing if all is well."""
    if str(values.dtype) != _dtype(column):
        return f"column '{column.name}' has type {values.dtype}, not {_dtype(column)}"
    missing = values.isna()
    if missing.any() and not column.optional:
        return f"column '{column.name}' misses a value in row {int(missing.argmax()) + 1}"
    least, most = _ENDS.get(column.kind, (None, None))
    wrong = missing & False
    if least is not None:
        wrong |= (values < least).fillna(False)
    if most is not None:
        wrong |= (values > most).fillna(False)
    if column.values:
        wrong |= ~values.isin(column.values) & ~missing
    return (
        f"column '{column.name}' holds {values[wrong].iloc[0]!r} in row {int(wrong.argmax()) + 1}"
        if wrong.any()
        else ""
    )


def check(table: "pd.DataFrame", name: str) -> "pd.DataFrame":
    """Check a table against its schema.

    Args:
        table: the table; a column of texts that are all missing may have any type.
        name: one of ``TABLES``.

    Returns:
        The table with texts as pandas strings.

    Raises:
        MemconError: a column is missing, too many or out of place, a value is of the wrong type, missing or not
            allowed, or two rows have the same key.

    Example:
        >>> import pandas as pd
        >>> check(pd.DataFrame({"word": ["the"], "list": ["none"], "version": [""]}), "stop_words").shape
        (1, 3)
    """
    wanted = [column for column in columns(name) if column.name != "*"]
    found, names = [str(column) for column in table], [column.name for column in wanted]
    fault = ""
    if found != names and not (columns(name)[-1].name == "*" and found[: len(names)] == names):
        fault = f"its columns are {', '.join(found)}, not {', '.join(names)}"
    else:
        # An empty table has no values to have types.
        table = table.astype({c.name: _dtype(c) for c in wanted if c.kind == "text" or table.empty})
        fault = next((said for column in wanted if (said := _fault(table[column.name], column))), "")
        keys = _KEYS.get(name, "").split()
        if not fault and keys and table.duplicated(keys).any():
            fault = (
                f"two rows have the same {', '.join(keys)}: {table.loc[table.duplicated(keys), keys].iloc[0].to_dict()}"
            )
    if fault:
        raise MemconError(f"table {name}: {fault}; see memcon/schemas.py.")
    return table
