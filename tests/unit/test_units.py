"""Units: term matrices by hand, and TF-IDF against scikit-learn from the texts themselves."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from memcon import contrast, speakers, tokens, units
from memcon.errors import MemconError

MEETINGS = {"target": {"meeting_id": "tea"}, "reference": {"meeting_id": "walk"}}


def analyzer(stop_words):
    """Say again, in few lines, what a term is: a word, or two neighbours of a sentence, none of them a stop word."""

    def terms(text):
        found = []
        for start, end in tokens.sentences(text):
            words = [tokens.fold(token) for token in tokens.tokenize(text[start:end])]
            found += [word for word in words if word not in stop_words]
            found += [f"{a} {b}" for a, b in pairwise(words) if not {a, b} & stop_words]
        return found

    return terms


def pieces_of(text, size=50):
    """Cut the text of a turn into its pieces: whole sentences, by the middle word, N / size of them, rounded."""
    sentences = [text[start:end] for start, end in tokens.sentences(text)]
    lengths = [tokens.n_words(sentence) for sentence in sentences]
    total, before, pieces = sum(lengths), 0, {}
    n = max(1, (2 * total + size) // (2 * size))
    for sentence, length in zip(sentences, lengths, strict=True):
        pieces.setdefault((2 * before + length) * n // (2 * total), []).append(sentence)
        before += length
    return [" \n\n".join(pieces[number]) for number in sorted(pieces)]


def texts_of(turns, unit, passage_words):
    """Return the texts of the units of one side."""
    if unit == "turn":
        return turns["text"].tolist()
    found = []
    for _, part in turns.groupby("meeting_id", sort=True):
        pieces = [piece for text in part["text"] for piece in pieces_of(text)]
        lengths = [tokens.n_words(piece) for piece in pieces]
        total, before, passages = sum(lengths), 0, {}
        n = max(1, total // passage_words)
        for piece, length in zip(pieces, lengths, strict=True):
            passages.setdefault((2 * before + length) * n // (2 * total), []).append(piece)
            before += length
        found += ["\n\n".join(passages[number]) for number in sorted(passages)]
    return found


def check_against_sklearn(matrix, sides, stop_words, passage_words):
    texts = [texts_of(side, matrix.unit, passage_words) for side in sides]
    assert [matrix.n_target, matrix.counts.shape[0] - matrix.n_target] == [len(side) for side in texts]
    vectorizer = TfidfVectorizer(analyzer=analyzer(stop_words), norm="l2", smooth_idf=True)
    wanted = vectorizer.fit_transform(texts[0] + texts[1]).toarray()
    assert matrix.terms.tolist() == vectorizer.get_feature_names_out().tolist()
    assert matrix.n_words.tolist() == [tokens.n_words(text) for text in texts[0] + texts[1]]
    np.testing.assert_allclose(matrix.tfidf.toarray(), wanted, rtol=0, atol=1e-12)
    table = contrast.of_matrix(matrix).set_index("term").loc[matrix.terms.tolist()]
    split = matrix.n_target
    target, reference = wanted[:split].sum(axis=0) / split, wanted[split:].sum(axis=0) / (len(wanted) - split)
    np.testing.assert_allclose(table["tfidf_target"], target, rtol=0, atol=1e-12)
    np.testing.assert_allclose(table["tfidf_reference"], reference, rtol=0, atol=1e-12)
    np.testing.assert_allclose(table["tfidf_difference"], target - reference, rtol=0, atol=1e-12)


@pytest.mark.parametrize("unit", ["turn", "passage"])
def test_tfidf_is_that_of_sklearn_on_the_two_meetings(tiny, stop_words, unit):
    contrasts = {"c": {**MEETINGS, "units": [unit]}}
    (matrix,) = tiny.matrices(contrasts=contrasts, stop_words=stop_words, passage_words=9)
    sides = [tiny.turns[tiny.turns["meeting_id"] == meeting] for meeting in ("tea", "walk")]
    check_against_sklearn(matrix, sides, stop_words, 9)


@pytest.mark.parametrize("number", range(4))
def test_tfidf_is_that_of_sklearn_on_the_bundled_study(study, bundled_record, bundled_matrices, number):
    matrix = bundled_matrices[number]
    assert [(m.contrast_id, m.unit) for m in bundled_matrices] == [
        *(("meetings", "passage"), ("meetings", "turn"), ("mao", "passage"), ("mao", "turn"))
    ]
    spoken = speakers.assign(bundled_record.turns, bundled_record.speakers)
    if matrix.contrast_id == "mao":
        spoken = spoken[spoken["speaker_id"] == "mao-zedong"]
    sides = [spoken[spoken["meeting_id"] == meeting] for meeting in ("1967-02-03", "1968-10-01")]
    check_against_sklearn(matrix, sides, study.stop_words, study.config["text"]["passage_words"])


def test_counts_of_turns_by_hand(tiny, stop_words):
    contrasts = {"c": {**MEETINGS, "units": ["turn"]}}
    (matrix,) = tiny.matrices(contrasts=contrasts, stop_words=stop_words)
    assert (matrix.n_target, matrix.counts.shape[0]) == (7, 13)
    assert matrix.n_words.tolist() == [6, 7, 10, 4, 4, 9, 5, 7, 10, 8, 1, 12, 9]
    # Words: 45 and 47. Two-word terms at the tea: good morning, tea hot | old mill, mill grinds, grinds wheat |
    # need 3,000 and 3,000 sacks | old mill: 8. On the walk: bridge safe, heavy cart | bridge holds, heavy cart,
    # mill sends, sends carts, carts daily | walk home, tea hot: 9.
    assert matrix.totals == {1: (45, 47), 2: (8, 9)}
    at = {term: i for i, term in enumerate(matrix.terms)}
    column = {term: matrix.counts[:, at[term]].toarray().ravel().tolist() for term in ("mill", "heavy cart", "tea hot")}
    assert column["mill"] == [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0]
    assert column["heavy cart"] == [0] * 7 + [0, 0, 1, 0, 1, 0]
    assert column["tea hot"] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert not {"the", "is", "the mill", "red", "laughter", "very hot", "sons they"} & set(at)


def test_passages_by_hand(tiny, stop_words):
    contrasts = {"c": {**MEETINGS, "units": ["passage"]}}
    (matrix,) = tiny.matrices(contrasts=contrasts, stop_words=stop_words, passage_words=9)
    # Tea: 45 // 9 = 5 passages; a turn is a piece and goes to floor(5 (words before + half its own) / 45):
    #   3 → 0, 9.5 → 1, 18 → 2, 25 → 2, 29 → 3, 35.5 → 3, 42.5 → 4: 6, 7, 10 + 4, 4 + 9, 5 words.
    # Walk: 47 // 9 = 5; floor(5 x / 47): 3.5 → 0, 12 → 1, 21 → 2, 25.5 → 2, 32 → 3, 42.5 → 4: 7, 10, 8 + 1, 12, 9.
    assert matrix.n_words.tolist() == [6, 7, 14, 13, 5, 7, 10, 9, 12, 9]


def test_weights_by_hand():
    # Two units, terms a and b: idf(a) = ln(3/3) + 1 = 1, idf(b) = ln(3/2) + 1; the second unit is (2, 1).
    weight = 1 + np.log(1.5)
    length = np.sqrt(4 + weight**2)
    found = units.tfidf(np.array([[1, 0], [2, 1]])).toarray()
    np.testing.assert_allclose(found, [[1, 0], [2 / length, weight / length]], atol=1e-15)


def test_a_unit_is_also_a_speaker_or_a_meeting(tiny, stop_words):
    spoken = speakers.assign(tiny.turns, tiny.speakers)
    sides = [spoken[spoken["meeting_id"] == meeting] for meeting in ("tea", "walk")]
    named = {"contrast_id": "c", "stop_words": stop_words, "passage_words": 9}
    of_speakers = units.matrix(sides, tiny.term_counts, unit="speaker", **named)
    # By identifier: the clerk 4, Adams 25, Brown 16; Dale 1, Adams 22, Brown 24.
    assert of_speakers.n_words.tolist() == [4, 25, 16, 1, 22, 24]
    assert units.matrix(sides, tiny.term_counts, unit="meeting", **named).n_words.tolist() == [45, 47]


def test_too_few_units(tiny, stop_words):
    spoken = speakers.assign(tiny.turns, tiny.speakers)
    sides = [spoken[spoken["meeting_id"] == meeting] for meeting in ("tea", "walk")]
    found = units.matrix(
        sides, tiny.term_counts, contrast_id="c", unit="meeting", stop_words=stop_words, passage_words=9
    )
    assert found.tfidf is None
    assert found.reason == "too few units: 1 in the target, 1 in the reference; each needs 5"
    table = contrast.of_matrix(found)
    assert table[["tfidf_target", "tfidf_reference", "tfidf_difference"]].isna().all(axis=None)
    assert (table["reason"] == found.reason).all()
    assert table[["log_odds", "g2"]].notna().all(axis=None)


def test_too_few_units_in_a_study(tiny, stop_words):
    contrasts = {"few": {**MEETINGS, "units": ["turn", "meeting"]}}
    with pytest.raises(MemconError, match=r"contrasts\.few\.units: unit 'meeting' gives too few units: 1 in the targ"):
        tiny.matrices(contrasts=contrasts, stop_words=stop_words)


def test_empty_side(tiny, stop_words):
    contrasts = {"c": {"target": {"meeting_id": "tea"}, "reference": {"meeting_id": "supper"}, "units": ["turn"]}}
    with pytest.raises(MemconError, match=r"contrasts\.c\.reference: no turn"):
        tiny.matrices(contrasts=contrasts, stop_words=stop_words)


def test_a_turn_on_both_sides(tiny, stop_words):
    contrasts = {"c": {"target": {"meeting_id": "tea"}, "reference": {"side": "Guests"}, "units": ["turn"]}}
    with pytest.raises(MemconError, match=r"contrasts\.c: 3 turns are in target and reference .the first: tea, turn 2"):
        tiny.matrices(contrasts=contrasts, stop_words=stop_words)


def test_units_without_content_are_rows_of_zeros(record, stop_words):
    said = [("Mr. Adams", text) for text in ("Old mill.", "It is.", "…", "New mill.", "A mill.", "Mill!")]
    made = record({"a": said, "b": said})
    contrasts = {"c": {"target": {"meeting_id": "a"}, "reference": {"meeting_id": "b"}, "units": ["turn"]}}
    (matrix,) = made.matrices(contrasts=contrasts, stop_words=stop_words)
    assert matrix.counts.toarray().sum(axis=1).tolist() == [3, 0, 0, 3, 1, 1] * 2
    assert np.isfinite(matrix.tfidf.toarray()).all()
    assert (matrix.tfidf.toarray() ** 2).sum(axis=1).tolist() == pytest.approx([1, 0, 0, 1, 1, 1] * 2)
    sides = contrast.sides([matrix])
    assert sides["n_units"].tolist() == [6, 6] and sides["n_units_without_content"].tolist() == [2, 2]
    # "old", "mill", "old mill", "new", "new mill"; 2 + 2 + 0 + 2 + 2 + 1 words.
    assert sides["n_terms"].tolist() == [5, 5] and sides["n_words"].tolist() == [9, 9]


def test_no_content_at_all(record, stop_words):
    said = [("Mr. Adams", "It is.")] * 5
    made = record({"a": said, "b": said})
    spoken = speakers.assign(made.turns, made.speakers)
    sides = [spoken[spoken["meeting_id"] == meeting] for meeting in ("a", "b")]
    named = {"contrast_id": "c", "unit": "turn", "stop_words": stop_words, "passage_words": 100}
    found = units.matrix(sides, made.term_counts, **named)
    assert found.tfidf is None and found.reason
    assert contrast.of_matrix(found).empty


def test_a_selection_makes_passages_of_its_own_turns_only(study, bundled_record, bundled_matrices):
    passages = bundled_matrices[2]
    spoken = speakers.assign(bundled_record.turns, bundled_record.speakers).query("speaker_id == 'mao-zedong'")
    totals = spoken.groupby("meeting_id")["n_words"].sum()
    assert [passages.n_words[: passages.n_target].sum(), passages.n_words[passages.n_target :].sum()] == totals.tolist()
    assert [passages.n_target, len(passages.n_words) - passages.n_target] == [int(total) // 100 for total in totals]


def test_order_of_rows_is_nothing(tiny, stop_words):
    contrasts = {"c": {**MEETINGS, "units": ["turn", "passage"]}}
    settings = {"contrasts": contrasts, "stop_words": stop_words, "passage_words": 9}
    mixed = tiny._replace(
        **{name: getattr(tiny, name).iloc[::-1] for name in ("turns", "speakers", "documents", "term_counts")}
    )
    for one, other in zip(tiny.matrices(**settings), mixed.matrices(**settings), strict=True):
        assert one.terms.tolist() == other.terms.tolist()
        assert one.counts.toarray().tolist() == other.counts.toarray().tolist()
        assert one.tfidf.toarray().tolist() == other.tfidf.toarray().tolist()
        assert isinstance(one.n_words, np.ndarray) and one.n_words.tolist() == other.n_words.tolist()
        pd.testing.assert_frame_equal(contrast.of_matrix(one), contrast.of_matrix(other))
