"""Stop words: which words carry no content, and from which list that is known."""

import importlib.util
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from memcon import tokens
from memcon.errors import MemconError, listed

if TYPE_CHECKING:
    import pandas as pd

ListName = Literal["scikit-learn", "stopwordsiso", "none"]

# ASSUME: a contraction is a stop word when the word it shortens is one ("don't", "it's", "we're").
_CONTRACTED = ("n't", "'m", "'s", "'re", "'ve", "'ll", "'d")
_IRREGULAR = {"won't": "will", "can't": "can", "shan't": "shall", "let's": "let", "ain't": "is"}
_CONTRACTED_WORDS = frozenset(
    "i you he she it we they who what that there here where how when why let is are was were do does did has have "
    "had can could will would shall should may might must need ought".split()
)


@lru_cache
def _scikit_learn() -> frozenset[str]:
    """Read scikit-learn's English list from its file: importing the package costs more than the whole parse."""
    package = importlib.util.find_spec("sklearn")
    if package is None or package.origin is None:
        raise MemconError("scikit-learn is not installed: install memcon's requirements.lock.")
    file = Path(package.origin).parent / "feature_extraction" / "_stop_words.py"
    spec = importlib.util.spec_from_file_location("memcon_sklearn_stop_words", file)
    if spec is None or spec.loader is None:
        raise MemconError(f"{file} cannot be read: install memcon's requirements.lock.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    words: frozenset[str] = module.ENGLISH_STOP_WORDS
    return words


def _contractions(words: frozenset[str]) -> set[str]:
    whole = words & _CONTRACTED_WORDS | {"do", "does", "did", "would", "should", "could", "might"}
    made = {word + ending for word in whole for ending in _CONTRACTED}
    return made | set(_IRREGULAR)


def load(
    *, name: ListName = "scikit-learn", language: str = "en", add: Iterable[str] = (), remove: Iterable[str] = ()
) -> frozenset[str]:
    """Return the stop words of a study.

    Args:
        name: ``scikit-learn`` (English only, with the contractions of its words), ``stopwordsiso`` or ``none``.
        language: an ISO 639-1 code.
        add: further stop words.
        remove: words of the list that count as content.

    Returns:
        The words, folded as ``memcon.tokens.fold`` does.

    Raises:
        MemconError: the list does not cover the language.

    Example:
        >>> "the" in load(), "don't" in load(), "revolution" in load()
        (True, True, False)
    """
    if name == "none":
        words: set[str] = set()
    elif name == "scikit-learn":
        if language != "en":
            raise MemconError(
                f"text.stop_words: scikit-learn has stop words for English (en) only, not for '{language}'; "
                "set text.stop_words.list to stopwordsiso or none."
            )
        words = set(_scikit_learn()) | _contractions(_scikit_learn())
    else:
        import stopwordsiso

        if not stopwordsiso.has_lang(language):
            raise MemconError(
                f"text.stop_words.language: stopwordsiso has no language '{language}'; "
                f"it has {listed(sorted(stopwordsiso.langs()), most=80)}."
            )
        words = set(stopwordsiso.stopwords(language))
    kept = {tokens.fold(word) for word in words} | {tokens.fold(word) for word in add}
    return frozenset(kept - {tokens.fold(word) for word in remove})


def table(words: frozenset[str], *, name: ListName) -> "pd.DataFrame":
    """Return the stop words as a table.

    A row is a stop word.

    Args:
        words: the stop words of the study.
        name: the list that they come from.

    Returns:
        ``word``, ``list`` and ``version`` (of the package that holds the list), sorted by word.

    Example:
        >>> table(frozenset({"the", "a"}), name="none")["word"].tolist()
        ['a', 'the']
    """
    import pandas as pd

    number = "" if name == "none" else version(name)
    ordered = sorted(words)
    return pd.DataFrame({"word": ordered, "list": name, "version": number}, columns=["word", "list", "version"])
