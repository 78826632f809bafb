"""What a word and a sentence are: the one tokenizer of all stages."""

import unicodedata
from functools import lru_cache

import regex

_LETTERS = r"[\p{L}\p{M}\p{N}]+"
TOKEN = regex.compile(rf"{_LETTERS}(?:(?:['’\-‐‑]|(?<=\p{{N}})[.,](?=\p{{N}})){_LETTERS})*")

_SENTENCE_END = regex.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n\n+")
_BEFORE_POINT = regex.compile(r"[\p{L}\p{M}.]+$")

# ASSUME: a point after these does not end a sentence.
_ABBREVIATIONS = frozenset(
    "adm amb assoc brig capt cf cmdr col comdr dept dr e.g etc fr gen gov hon i.e jr lt ltd maj messrs mlle mme "
    "mr mrs ms msgr n.b pres prof rep rev rt secy sen sgt sr st vs viz a.m p.m".split()
)
# ASSUME: these are abbreviations only before a figure ("No. 118", but "No. We are not").
_BEFORE_FIGURE = frozenset(
    "art ca ch dos figs fig fl jan feb mar apr aug sept sep oct nov dec no nos nr p par pp r sec v vol vols".split()
)
_FIGURE_NEXT = regex.compile(r"\s+\p{N}")
_FOLD = str.maketrans({"’": "'", "‐": "-", "‑": "-"})


def tokenize(text: str) -> list[str]:
    """Return the words of a text as printed.

    A token is a maximal run of letters, marks and numbers, joined inside by one apostrophe or hyphen, and
    between numbers also by one comma or point.

    Args:
        text: any text.

    Returns:
        The tokens in order.

    Example:
        >>> tokenize("We don't have 35,000-40,000 semi-colonial troops.")
        ['We', "don't", 'have', '35,000-40,000', 'semi-colonial', 'troops']
    """
    found: list[str] = TOKEN.findall(text)
    return found


@lru_cache(maxsize=1 << 16)
def fold(token: str) -> str:
    """Return the form under which a token is counted.

    Case is folded, composed and decomposed letters are made one (NFC), and the typographic apostrophe and
    hyphens become the plain ones.

    Args:
        token: a token as printed.

    Returns:
        The word that ``term_counts`` holds.

    Example:
        >>> fold("Ch’iao")
        "ch'iao"
    """
    if token.isascii():
        return token.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", token).casefold()).translate(_FOLD)


def n_words(text: str) -> int:
    """Count the tokens of a text.

    Args:
        text: any text.

    Returns:
        The number of tokens.

    Example:
        >>> n_words("Thank you very much.")
        4
    """
    return len(TOKEN.findall(text))


def _is_abbreviation(text: str, point: int) -> bool:
    """Tell whether the point at this offset belongs to an abbreviation or an initial."""
    before = _BEFORE_POINT.search(text, max(0, point - 24), point)
    if before is None:
        return False
    word = before.group()
    folded = word.casefold()
    if folded in _ABBREVIATIONS or ("." in word.strip(".") and len(word.rsplit(".", 1)[-1]) == 1):
        return True
    if folded in _BEFORE_FIGURE:
        return _FIGURE_NEXT.match(text, point + 1) is not None
    # ASSUME: a single capital letter is an initial, but "I" is the pronoun ("Neither have I. And you?").
    return len(word) == 1 and word.isupper() and word != "I"


def sentences(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences.

    A sentence ends at ``. ! ? …`` with closing quotation marks or brackets, before white space or the end, and
    not after an abbreviation or an initial; the end of a paragraph (a blank line) ends it too. A stretch
    without a word is no sentence of its own: it goes with the one before it.

    Args:
        text: the text of a turn, paragraphs separated by a blank line.

    Returns:
        ``(start, end)`` of each sentence in order; none for a text without a word.

    Example:
        >>> text = "Mr. Lin said no. Why? He was in the U.S. Army."
        >>> [text[start:end] for start, end in sentences(text)]
        ['Mr. Lin said no.', 'Why?', 'He was in the U.S. Army.']
    """
    ends = [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if not (text[match.start()] == "." and _is_abbreviation(text, match.start()))
    ]
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
    found: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        stretch = text[start:end]
        if TOKEN.search(stretch):
            lead = len(stretch) - len(stretch.lstrip())
            found.append((start + lead, start + len(stretch.rstrip())))
        elif found and stretch.strip():
            found[-1] = (found[-1][0], start + len(stretch.rstrip()))
        start = end
    return found
