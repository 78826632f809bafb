"""Schemas: the tables of memcon and their columns, the data model at a glance."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from memcon.errors import MemconError

if TYPE_CHECKING:
    import pandas as pd

# Kinds of column: what a value may be. A "?" after it: may be missing.
#   text     a string                 count   a whole number of at least 0    number  a float
#   share    a float from 0 to 1      index   a whole number of at least 1    truth   true or false
_TALK = "words turns sentences characters questions"
KINDS = (
    "title citation summary credits language_note classification heading metadata participants narration label utterance "
    "stage_direction insertion footnote_mark footnote emphasis_mark page_break page_furniture separator omission "
    "signature unparsed"
)
_SIDES = "n_target:count n_reference:count n_units_target:count n_units_reference:count"
_WEIGHTS = "tfidf_target:number? tfidf_reference:number? tfidf_difference:number?"
_STATED = "title:text? date:text? place:text? {}original_language:text? record_maker:text? translator:text? completeness:text?"

TABLES = {
    "documents": "meeting_id:text file:text format:text n_characters:count language:text "
    + _STATED.format("")
    + " citation:text? participants:text *",
    "spans": "meeting_id:text span_id:index kind:text char_start:count char_end:count turn:index? rule:text confidence:share",
    "turns": "meeting_id:text turn:index label:text text:text char_start:count char_end:count n_words:count n_sentences:count "
    "n_characters:count n_questions:count n_paragraphs:count n_stage_directions:count n_insertions:count "
    "n_footnotes:count n_words_in_insertions:count",
    "speakers": "meeting_id:text label:text? turn:index? speaker_id:text name:text side:text role:text? n_turns:count "
    "evidence:text candidates:text?",
    "term_counts": "meeting_id:text turn:index piece:index term:text n:index",
    "talk_share": "meeting_id:text level:text speaker_id:text? side:text measure:text value:number share:share? reason:text?",
    "inequality": "meeting_id:text measure:text n_speakers:count n_participants:count n_effective_speakers:number? "
    "entropy:number? gini_speakers:share? gini_participants:share? reason:text?",
    "talk_over_time": "meeting_id:text turn:index n_words:count position_share:share? speaker_id:text side:text "
    "cumulative_share:share?",
    "turn_taking": "meeting_id:text from_speaker_id:text to_speaker_id:text n:count share:share?",
    "corpus": "meeting_id:text "
    + _STATED.format("language:text ")
    + " n_characters:count n_turns:count n_words:count n_sentences:count n_questions:count n_speakers:count "
    "n_present:count unparsed_share:share citation:text?",
    "contrast": f"contrast_id:text unit:text term:text n_words_in_term:index {_SIDES} ranked:truth listed:truth {_WEIGHTS} "
    "log_odds:number? log_odds_z:number? g2:number? reason:text?",
    "contrast_sides": "contrast_id:text unit:text side:text n_units:count n_units_without_content:count n_words:count "
    "n_terms:count",
    "themes": "meeting_id:text theme:text n:count n_words_in_theme:count n_words:count share:share?",
    "theme_contrast": "contrast_id:text unit:text theme:text n_target:count n_reference:count share_target:share? "
    f"share_reference:share? share_difference:number? {_WEIGHTS} reason:text?",
    "concordance": "term:text meeting_id:text turn:index speaker_id:text left:text node:text right:text char_start:count "
    "char_end:count",
    "ledger": "file:text meeting_id:text kind:text n_spans:index n_characters:index share:share",
    "stop_words": "word:text list:text version:text",
}
_KEYS = {
    "documents": "meeting_id",
    "spans": "meeting_id span_id",
    "turns": "meeting_id turn",
    "term_counts": "meeting_id turn piece term",
    "talk_share": "meeting_id level speaker_id side measure",
    "turn_taking": "meeting_id from_speaker_id to_speaker_id",
    "contrast": "contrast_id unit term",
    "themes": "meeting_id theme",
    "ledger": "meeting_id kind",
}
_VALUES = {
    ("spans", "kind"): KINDS,
    ("talk_share", "measure"): f"{_TALK} mean_turn_words longest_turn_words",
    ("talk_share", "level"): "speaker side",
    ("inequality", "measure"): _TALK,
    ("contrast_sides", "side"): "target reference",
    ("speakers", "evidence"): "given exact-name surname participants-list unresolved",
}


@lru_cache
def schema(name: str) -> Any:
    """Return the pandera schema of a table.

    Args:
        name: one of ``TABLES``.

    Returns:
        A ``pandera.pandas.DataFrameSchema`` that is strict and ordered; ``documents`` may have further columns.
    """
    import pandera.pandas as pa

    ends = {"share": (0, 1), "count": (0, None), "index": (1, None)}
    types = {"text": "str", "truth": "bool", "count": "int64", "index": "int64"}
    columns = {}
    for entry in TABLES[name].split():
        if entry == "*":
            continue
        column, _, kind = entry.partition(":")
        optional, kind = kind.endswith("?"), kind.rstrip("?")
        dtype = "Int64" if optional and kind == "index" else types.get(kind, "float64")
        least, most = ends.get(kind, (None, None))
        checks = [pa.Check.ge(least)] if least is not None else []
        checks += [pa.Check.le(most + 1e-9)] if most is not None else []
        if (name, column) in _VALUES:
            checks.append(pa.Check.isin(_VALUES[name, column].split()))
        columns[column] = pa.Column(dtype, checks=checks, nullable=optional, coerce=kind == "text")
    keys = _KEYS.get(name, "").split() or None
    strict = "*" not in TABLES[name].split()
    return pa.DataFrameSchema(columns, strict=strict, ordered=strict, unique=keys)


def check(table: "pd.DataFrame", name: str) -> "pd.DataFrame":
    """Check a table against its schema.

    Args:
        table: the table.
        name: one of ``TABLES``.

    Returns:
        The table with the schema's types.

    Raises:
        MemconError: a column is missing, too many or out of place, or a value is not allowed.
    """
    from pandera.errors import SchemaError

    try:
        checked: pd.DataFrame = schema(name).validate(table)
    except SchemaError as error:
        said = " ".join(str(error).split())[:300]
        raise MemconError(f"table {name}: it does not fit its schema ({said}); see memcon/schemas.py.") from error
    return checked
