"""People: names, titles and the evidence that a label means a person."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import regex

Evidence = Literal["given", "exact-name", "surname", "participants-list", "unresolved"]

TITLES = frozenset(
    "admiral ambassador amb captain chairman chairwoman chancellor chief colonel col commissar commissioner comrade "
    "comrades congressman consul councillor counsellor count delegate deputy director dr emperor excellency father "
    "foreign gen general governor hon honorable his her he king lady lord lt marshal minister miss mister mme monsieur "
    "mr mrs ms pm pope premier president prime prince princess prof professor queen rep representative sec secretary "
    "sen senator sir speaker state the under vice first vm madame madam mayor major of for foreign defense defence "
    "assistant acting special envoy".split()
)
PERSONAL_TITLES = frozenset(
    "comrade dr herr lady lord madam madame miss mister mlle mme monsieur mr mrs ms prof professor sir".split()
)
ROLES = frozenset(
    "ambassador interpreter translator secretary president chairman chairwoman chancellor minister premier pope "
    "speaker moderator interviewer interviewee reporter journalist question answer query reply voice voices "
    "delegate delegation official officer clerk commissioner director general king queen host guest student students "
    "participant member audience operator witness counsel judge court".split()
)
_PARTICLES = frozenset("of the and de del della di da du la le van von der den bin ibn al el y e zu".split())
_ASIDE = regex.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’.‐‑\-]+")


class Person(NamedTuple):
    """A person whom the study or a document names."""

    speaker_id: str
    name: str
    side: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()


class Match(NamedTuple):
    """What a label was found to mean; ``person`` is None where it stays open between ``candidates``."""

    person: Person | None
    evidence: Evidence
    candidates: tuple[str, ...] = ()


def key(text: str) -> str:
    """Return the form under which labels and names are compared.

    Args:
        text: a label or a name as printed.

    Returns:
        The text without case, doubled white space, differences of apostrophe and a closing point.

    Example:
        >>> key("Comrade  Ch’iao.")
        "comrade ch'iao"
    """
    folded = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    return " ".join(folded.split()).rstrip(".:").strip()


def words(text: str) -> list[str]:
    """Return the words of a label, asides in brackets and editorial marks left out.

    Args:
        text: a label or a name as printed.

    Returns:
        The words in order, without points.

    Example:
        >>> words("Mr. Lin (to the Chairman)")
        ['Mr', 'Lin']
    """
    return [word.strip(".") for word in _WORD.findall(_ASIDE.sub(" ", text)) if word.strip(".")]


def bare(text: str) -> str:
    """Return a label without its titles: what is left is a name or a part of one.

    Args:
        text: a label as printed.

    Returns:
        The compared form of the name; empty where the label holds titles only.

    Example:
        >>> bare("Comrade Beqir Balluku"), bare("The ambassador")
        ('beqir balluku', '')
    """
    found = words(text)
    while found and key(found[0]) in TITLES:
        found = found[1:]
    return key(" ".join(found))


def is_name_like(label: str) -> bool:
    """Tell whether a label has the shape of a name or an office.

    Every word begins with a capital letter or a figure, is a particle inside the label, or names an office.

    Args:
        label: a label as printed.

    Returns:
        Whether it may designate a speaker.

    Example:
        >>> is_name_like("The ambassador"), is_name_like("There are untrustworthy people")
        (True, False)
    """
    found = words(label)
    if not 1 <= len(found) <= 8 or not any(character.isupper() for character in label):
        return False
    return all(
        word[0].isupper()
        or word[0].isdigit()
        or not word[0].islower()
        or key(word) in ROLES
        or key(word) in TITLES
        or (position > 0 and key(word) in _PARTICLES)
        for position, word in enumerate(found)
    )


def has_title(label: str) -> bool:
    """Tell whether a label begins with a title or names an office.

    Args:
        label: a label as printed.

    Returns:
        Whether one of its words is a form of address or an office.

    Example:
        >>> has_title("Comrade Hysni"), has_title("Balluku")
        (True, False)
    """
    found = [key(word) for word in words(label)]
    titles = TITLES - _PARTICLES - {"his", "her", "he", "state", "for", "first"}
    return any(word in titles or word in ROLES for word in found)


def slug(text: str) -> str:
    """Return an identifier made of a name.

    Args:
        text: a name or a label.

    Returns:
        Its letters and figures in lower case without accents, joined by hyphens.

    Example:
        >>> slug("Hito Çako")
        'hito-cako'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return "-".join(regex.findall(r"[\p{L}\p{N}]+", plain)) or "unnamed"


def match(label: str, people: Sequence[Person]) -> Match:
    """Find the person whom a label means.

    Tried in this order, each only if it leads to one person: the label is an alias or a name that the study
    gives (``given``); without its titles it is somebody's name (``exact-name``); it is the first or the last
    part of one person's name only (``surname``; names are written in either order).

    Args:
        label: a label as printed.
        people: the people it may mean.

    Returns:
        The person and the evidence; ``unresolved`` with the candidates' ids where none or several fit.

    Example:
        >>> people = [Person("mao-zedong", "Mao Zedong"), Person("zhou-enlai", "Zhou Enlai")]
        >>> match("Comrade Zhou", people).evidence
        'surname'
    """
    printed, name = key(label), bare(label)
    tests: list[tuple[Evidence, Iterable[Person]]] = [
        ("given", (p for p in people if printed in {key(alias) for alias in (p.name, *p.aliases)})),
        ("exact-name", (p for p in people if name and name in {key(p.name), *(bare(a) for a in p.aliases)})),
        ("surname", (p for p in people if name and " " not in name and name in _ends(p.name))),
    ]
    for evidence, fitting in tests:
        found = list(fitting)
        if len(found) == 1:
            return Match(found[0], evidence)
        if found:
            return Match(None, "unresolved", tuple(sorted(person.speaker_id for person in found)))
    return Match(None, "unresolved")


def _ends(name: str) -> set[str]:
    parts = [key(word) for word in words(name)]
    return {parts[0], parts[-1]} if len(parts) > 1 else set()
