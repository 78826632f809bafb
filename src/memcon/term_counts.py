"""Term counts: how often each word and two-word term stands in each piece of a turn."""

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from memcon import passages, tokens

if TYPE_CHECKING:
    import pandas as pd


def in_sentence(words: list[str], *, stop_words: frozenset[str], longest_term: int) -> list[str]:
    """List the terms of one sentence.

    Args:
        words: the folded tokens of the sentence in order.
        stop_words: no two-word term holds one of these.
        longest_term: 1 for words only, 2 for two-word terms too.

    Returns:
        Every word, then every two neighbouring words neither of which is a stop word.

    Example:
        >>> in_sentence(["the", "red", "guards"], stop_words=frozenset({"the"}), longest_term=2)
        ['the', 'red', 'guards', 'red guards']
    """
    if longest_term < 2:
        return words
    return words + [f"{a} {b}" for a, b in pairwise(words) if a not in stop_words and b not in stop_words]


def in_text(text: str, *, stop_words: frozenset[str], longest_term: int, piece_words: int) -> list[Counter[str]]:
    """Count the terms of a text, piece by piece.

    Args:
        text: the text of a turn.
        stop_words: no two-word term holds one of these.
        longest_term: 1 or 2 words.
        piece_words: about how many words a piece has.

    Returns:
        One counter a piece, in order.

    Example:
        >>> in_text("Yes. Yes!", stop_words=frozenset(), longest_term=2, piece_words=50)
        [Counter({'yes': 2})]
    """
    of_sentences = [
        [tokens.fold(token) for token in tokens.tokenize(text[start:end])] for start, end in tokens.sentences(text)
    ]
    lengths = np.array([len(words) for words in of_sentences], dtype=np.int64)
    numbers = passages.cut(lengths, size=piece_words, short_rest=True) if len(lengths) else lengths
    counters: list[Counter[str]] = [Counter() for _ in range(int(numbers.max(initial=0)))]
    for words, number in zip(of_sentences, numbers, strict=True):
        counters[number - 1].update(in_sentence(words, stop_words=stop_words, longest_term=longest_term))
    return counters


def compute(
    turns: "pd.DataFrame", *, stop_words: frozenset[str], longest_term: int = 2, piece_words: int = 50
) -> "pd.DataFrame":
    """Count the terms of each piece of each turn.

    A row is a term in a piece. Every one-word term counts, stop words included; a two-word term is two
    neighbouring tokens of one sentence, neither of them a stop word.

    Args:
        turns: the table ``turns``.
        stop_words: folded words, as ``memcon.stop_words.load`` returns them.
        longest_term: 1 or 2 words.
        piece_words: about how many words a piece has; pieces hold whole sentences of one turn.

    Returns:
        ``meeting_id``, ``turn``, ``piece`` (from 1 in each turn), ``term``, ``n``, sorted by the first four.

    Example:
        >>> import pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": ["a"], "turn": [1], "text": ["Red Guards. The Red Guards!"]})
        >>> counts = compute(turns, stop_words=frozenset({"the"}))
        >>> dict(zip(counts["term"], counts["n"]))
        {'guards': 2, 'red': 2, 'red guards': 2, 'the': 1}
    """
    import pandas as pd

    rows = [
        (meeting_id, turn, piece, term, n)
        for meeting_id, turn, text in zip(turns["meeting_id"], turns["turn"], turns["text"], strict=True)
        for piece, counter in enumerate(
            in_text(text, stop_words=stop_words, longest_term=longest_term, piece_words=piece_words), start=1
        )
        for term, n in sorted(counter.items())
    ]
    columns = ["meeting_id", "turn", "piece", "term", "n"]
    types = {"meeting_id": "str", "turn": "int64", "piece": "int64", "term": "str", "n": "int64"}
    return pd.DataFrame(rows, columns=columns).astype(types).sort_values(columns[:4], ignore_index=True)


def pieces(term_counts: "pd.DataFrame") -> "pd.DataFrame":
    """Return the length of each piece.

    A row is a piece; the words of a piece are the occurrences of its one-word terms.

    Args:
        term_counts: the table ``term_counts``.

    Returns:
        ``meeting_id``, ``turn``, ``piece``, ``n_words``, sorted by the first three.

    Example:
        >>> import pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": ["a"], "turn": [1], "text": ["Red Guards everywhere."]})
        >>> pieces(compute(turns, stop_words=frozenset()))["n_words"].tolist()
        [3]
    """
    words = term_counts[~term_counts["term"].str.contains(" ", regex=False)]
    key = ["meeting_id", "turn", "piece"]
    return words.groupby(key, sort=True)["n"].sum().rename("n_words").reset_index()
