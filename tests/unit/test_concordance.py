"""Concordance: each occurrence, with offsets that point at it in the source."""

import itertools

import pandas as pd
from hypothesis import given
from records import PROPERTY, TEXTS

from memcon import concordance, parsing, speakers, tokens

TEXT = (
    "\ufeff# Minutes\r\n\r\nMr. Adams: Hot [green] tea, hot *tea*^[1] and the\r\n\r\ncups. Tea! (Laughter.)\r\n\r\n"
    "Mr. Brown: No hot. Tea? Hot-tea. HOT\r\ntea 🙂.\r\n"
)


def rows(tmp_path, text, terms, context=60):
    (tmp_path / "a.txt").write_bytes(text.encode())
    parsed = parsing.parse(tmp_path / "a.txt")
    found = speakers.resolve(parsed.turns, parsed.documents, people=[])
    return concordance.compute(terms, parsed.turns, parsed.spans, found, sources={"a": text}, context=context)


def test_offsets_point_at_the_source(tmp_path):
    table = rows(tmp_path, TEXT, ["tea", "hot tea"])
    sources = [TEXT[start:end] for start, end in zip(table["char_start"], table["char_end"], strict=True)]
    assert list(zip(table["term"], table["turn"], sources, strict=True)) == [
        ("hot tea", 1, "Hot [green] tea"),
        ("hot tea", 1, "hot *tea"),
        ("hot tea", 2, "HOT\r\ntea"),
        ("tea", 1, "tea"),
        ("tea", 1, "tea"),
        ("tea", 1, "Tea"),
        ("tea", 2, "Tea"),
        ("tea", 2, "tea"),
    ]
    assert table["node"].tolist()[:3] == ["Hot tea", "hot tea", "HOT tea"]
    assert list(table) == list(concordance.COLUMNS)
    assert table["speaker_id"].tolist()[:3] == ["mr-adams@a", "mr-adams@a", "mr-brown@a"]


def test_context_is_the_turn_without_cut_words(tmp_path):
    table = rows(tmp_path, TEXT, ["cups"])
    assert table[["left", "right"]].to_numpy().tolist() == [["Hot tea, hot tea and the", ". Tea!"]]
    table = rows(tmp_path, TEXT, ["cups"], context=10)
    assert table["left"].tolist() == ["and the"]


def test_a_term_that_does_not_occur_and_no_terms(tmp_path):
    for terms in (["coffee"], []):
        table = rows(tmp_path, TEXT, terms)
        assert table.empty and list(table) == list(concordance.COLUMNS)


@PROPERTY
@given(TEXTS)
def test_every_word_of_a_text_is_found_once(text):
    words = [tokens.fold(token) for token in tokens.tokenize(text)]
    found = list(concordance.occurrences(text, frozenset(words)))
    assert [occurrence.term for occurrence in found] == words
    assert all(tokens.fold(text[start:end]) == term for term, start, end in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


def test_the_bundled_records(bundled_record, study, root):
    sources = parsing.sources(bundled_record.documents, folder=root / "data" / "raw")
    tables = (bundled_record.turns, bundled_record.spans, bundled_record.speakers)
    terms = ["dazibao", "dazibaos", "red guards", "soviet", "assembly", "the"]
    table = concordance.compute(terms, *tables, sources=sources)
    for meeting_id, term, start, end in table[["meeting_id", "term", "char_start", "char_end"]].itertuples(index=False):
        assert [tokens.fold(token) for token in tokens.tokenize(sources[meeting_id][start:end])] == term.split()
    counted = bundled_record.term_counts[lambda counts: counts["term"].isin(terms)]
    expected = counted.groupby(["meeting_id", "term"])["n"].sum()
    pd.testing.assert_series_equal(table.groupby(["meeting_id", "term"]).size(), expected, check_names=False)
    # The record of 1967 prints the word six times, once between asterisks, and its plural twice.
    of_1967 = table[table["meeting_id"] == "1967-02-03"]["term"].value_counts()
    assert (of_1967["dazibao"], of_1967["dazibaos"]) == (6, 2)
