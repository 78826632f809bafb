"""Stop words: the lists and what a study does to them."""

from importlib.metadata import version

import pytest
import stopwordsiso
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from memcon import stop_words, tokens
from memcon.errors import MemconError


def test_the_default_list_is_that_of_scikit_learn_and_contractions():
    words = stop_words.load()
    assert words >= ENGLISH_STOP_WORDS
    assert len(ENGLISH_STOP_WORDS) == 318
    assert all("'" in word for word in words - ENGLISH_STOP_WORDS)
    assert not {"tea", "mao", "won", "let's go"} & words


@pytest.mark.parametrize("word", "don't won't can't it's we're i'm you'll they've isn't let's wouldn't there's".split())
def test_contractions_are_stop_words_however_they_are_printed(word):
    assert word in stop_words.load()
    assert tokens.fold(word.upper().replace("'", "’")) in stop_words.load()


def test_add_and_remove_are_folded():
    words = stop_words.load(add=["Tea", "O’CLOCK"], remove=["NOT", "Don’t"])
    assert {"tea", "o'clock"} <= words
    assert not {"not", "don't"} & words
    assert words - {"tea", "o'clock"} == stop_words.load() - {"not", "don't"}


def test_no_list():
    assert stop_words.load(name="none") == frozenset()
    assert stop_words.load(name="none", language="xx", add=["Tea"]) == {"tea"}


def test_other_languages_come_from_stopwordsiso():
    words = stop_words.load(name="stopwordsiso", language="de")
    assert "und" in words
    assert words == {tokens.fold(word) for word in stopwordsiso.stopwords("de")}


def test_a_language_without_a_list_is_refused():
    with pytest.raises(MemconError, match=r"scikit-learn.*English.*'de'.*stopwordsiso or none"):
        stop_words.load(language="de")
    with pytest.raises(MemconError, match=r"language 'xx'.*\ben\b"):
        stop_words.load(name="stopwordsiso", language="xx")


def test_table_is_sorted_and_says_where_the_words_are_from():
    table = stop_words.table(stop_words.load(), name="scikit-learn")
    assert list(table) == ["word", "list", "version"]
    assert table["word"].is_monotonic_increasing and table["word"].is_unique
    assert set(table["version"]) == {version("scikit-learn")}
    assert stop_words.table(frozenset({"tea"}), name="none")["version"].tolist() == [""]
