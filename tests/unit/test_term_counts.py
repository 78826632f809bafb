"""Term counts: every word once, two-word terms of neighbours only."""

from collections import Counter

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from records import PROPERTY, RECORDS, TEXTS

from memcon import segmentation, stop_words, term_counts, tokens

STOP = frozenset({"the", "of"})


def total(counters):
    return sum(counters, Counter())


def turns(*texts):
    return pd.DataFrame({"meeting_id": "a", "turn": range(1, len(texts) + 1), "text": list(texts)})


def test_a_two_word_term_is_two_neighbours_of_one_sentence_neither_a_stop_word():
    found = total(
        term_counts.in_text("Hot Tea, cups of tea. Hot! Milk", stop_words=STOP, longest_term=2, piece_words=50)
    )
    two = {term: n for term, n in found.items() if " " in term}
    assert two == {"hot tea": 1, "tea cups": 1}
    assert found["tea"] == 2 and found["of"] == 1


def test_only_words_where_the_longest_term_is_one():
    assert term_counts.in_sentence(["hot", "tea"], stop_words=STOP, longest_term=1) == ["hot", "tea"]


@PROPERTY
@given(TEXTS, st.integers(10, 60))
def test_one_word_terms_add_up_to_the_words_of_the_text(text, piece_words):
    counters = term_counts.in_text(text, stop_words=STOP, longest_term=2, piece_words=piece_words)
    one = sum(n for counter in counters for term, n in counter.items() if " " not in term)
    assert one == tokens.n_words(text)
    assert all(counters)
    words = Counter(tokens.fold(token) for token in tokens.tokenize(text))
    assert {term: n for term, n in total(counters).items() if " " not in term} == words


@PROPERTY
@given(TEXTS)
def test_pieces_of_one_text_hold_the_same_terms_however_it_is_cut(text):
    fine = term_counts.in_text(text, stop_words=STOP, longest_term=2, piece_words=1)
    coarse = term_counts.in_text(text, stop_words=STOP, longest_term=2, piece_words=1000)
    assert total(fine) == total(coarse)


@PROPERTY
@given(RECORDS)
def test_counts_of_a_record_agree_with_n_words_of_its_turns(text):
    found = segmentation.segment(text).turns
    for turn in found:
        counters = term_counts.in_text(turn["text"], stop_words=STOP, longest_term=1, piece_words=50)
        assert sum(total(counters).values()) == turn["n_words"]


def test_compute_sorts_and_pieces_hold_whole_sentences():
    long = " ".join(["We would like tea with ten words in every sentence."] * 12)
    counts = term_counts.compute(turns(long, "Tea.", "..."), stop_words=stop_words.load())
    assert list(counts) == ["meeting_id", "turn", "piece", "term", "n"]
    assert counts.equals(counts.sort_values(["meeting_id", "turn", "piece", "term"], ignore_index=True))
    pieces = term_counts.pieces(counts)
    assert pieces[["turn", "piece", "n_words"]].to_numpy().tolist() == [[1, 1, 60], [1, 2, 60], [2, 1, 1]]


def test_no_turns_make_an_empty_table_of_the_same_columns():
    counts = term_counts.compute(turns(), stop_words=STOP)
    assert counts.empty and list(counts) == ["meeting_id", "turn", "piece", "term", "n"]
    assert term_counts.pieces(counts).empty
