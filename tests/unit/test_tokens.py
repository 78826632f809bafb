"""Tokens: what a word and a sentence are."""

import itertools

import pytest
import regex
from hypothesis import given
from records import PROPERTY, TEXTS

from memcon import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't, you don’t.", ["I", "don't", "you", "don’t"]),
        ("a semi-colonial state; Ch’iao-hung", ["a", "semi-colonial", "state", "Ch’iao-hung"]),
        ("3,000 or 35,000-40,000 or 2.5", ["3,000", "or", "35,000-40,000", "or", "2.5"]),
        ("1967,1968 and 1967, 1968", ["1967,1968", "and", "1967", "1968"]),
        ("snake_case", ["snake", "case"]),
        ("not--this, nor–this—or this- -this", ["not", "this", "nor", "this", "or", "this", "this"]),
        ("'quoted' ''words''", ["quoted", "words"]),
        ("Duc\u030cek Duček", ["Duc\u030cek", "Duček"]),
        ("Dub...ek U.S. e.g", ["Dub", "ek", "U", "S", "e", "g"]),
        ("tea,milk tea.milk", ["tea", "milk", "tea", "milk"]),
        ("茶 чай 🙂 \0 …", ["茶", "чай"]),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert tokens.tokenize(text) == expected
    assert tokens.n_words(text) == len(expected)


@PROPERTY
@given(TEXTS)
def test_tokens_hold_every_letter_mark_and_number_once_and_in_order(text):
    joined = "".join(tokens.tokenize(text))
    wanted = regex.findall(r"[\p{L}\p{M}\p{N}]", text)
    assert regex.findall(r"[\p{L}\p{M}\p{N}]", joined) == wanted
    assert all(regex.fullmatch(r"[\p{L}\p{M}\p{N}'’\-‐‑.,]+", token) for token in tokens.tokenize(text))


@pytest.mark.parametrize(
    ("token", "folded"),
    [
        ("Tea", "tea"),
        ("DON’T", "don't"),
        ("Marxist‑Leninist", "marxist-leninist"),
        ("Marxist‐Leninist", "marxist-leninist"),
        ("Duc\u030cek", "duček"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
    ],
)
def test_fold(token, folded):
    assert tokens.fold(token) == folded
    assert tokens.fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Adams had tea. Why?", ["Mr. Adams had tea.", "Why?"]),
        ("J. Adams said “no.” He left.", ["J. Adams said “no.”", "He left."]),
        ("See No. 118 there. I said no. We left.", ["See No. 118 there.", "I said no.", "We left."]),
        ("Neither have I. And you?", ["Neither have I.", "And you?"]),
        ("The U.S. Army came. So what?", ["The U.S. Army came.", "So what?"]),
        ("Tea! … Milk", ["Tea! …", "Milk"]),
        ("no end\n\nno beginning", ["no end", "no beginning"]),
        ("a semi.colon 2.5 e.g. this", ["a semi.colon 2.5 e.g. this"]),
        ("(Is it?) Yes.", ["(Is it?)", "Yes."]),
        ("...", []),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in tokens.sentences(text)] == expected


@PROPERTY
@given(TEXTS)
def test_sentences_never_overlap_and_cover_every_token(text):
    found = tokens.sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))
    inside = [token for start, end in found for token in tokens.tokenize(text[start:end])]
    assert inside == tokens.tokenize(text)
    assert all(tokens.n_words(text[start:end]) for start, end in found)
    outside = [match for match in tokens.TOKEN.finditer(text) if not any(s <= match.start() < e for s, e in found)]
    assert outside == []
