"""Speakers: which person is behind each label, and on what evidence."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from memcon import people
from memcon.errors import MemconError
from memcon.people import Match, Person

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "meeting_id",
    "label",
    "turn",
    "speaker_id",
    "name",
    "side",
    "role",
    "n_turns",
    "evidence",
    "candidates",
)
UNSTATED = "unstated"


def _own(label: str, meeting_id: str) -> Person:
    """Make a person of a label that stays unresolved: somebody of that meeting only."""
    return Person(f"{people.slug(' '.join(people.words(label)))}@{meeting_id}", label)


def _named(labels: Sequence[str], listed: Sequence[str]) -> list[Person]:
    """Take the full names of a meeting without a people sheet: of its participants list, then of its labels."""
    found: dict[str, Person] = {}
    for name in [*listed, *labels]:
        bare = people.bare(name)
        if " " in bare and "and" not in bare.split() and not any(sign in name for sign in "&,/;"):
            plain = " ".join(people.words(name)[-len(bare.split()) :])
            found.setdefault(people.slug(bare), Person(people.slug(bare), plain))
    return list(found.values())


def _rows(meeting_id: str, labels: dict[str, int], listed: list[dict[str, Any]], known: Sequence[Person]) -> list[Any]:
    given = bool(known)
    candidates = known if given else _named(list(labels), [entry["name"] for entry in listed])
    rows: list[Any] = []
    present = set()
    for label, n_turns in labels.items():
        found = people.match(label, candidates)
        if not given and found.evidence == "given":
            found = Match(found.person, "exact-name")
        person = found.person or _own(label, meeting_id)
        present.add(person.speaker_id)
        side, role = person.side or UNSTATED, person.role
        open_to = ";".join(found.candidates) or None
        rows.append(
            (
                meeting_id,
                label,
                None,
                person.speaker_id,
                person.name,
                side,
                role,
                n_turns,
                found.evidence,
                open_to,
            )
        )
    for entry in listed:
        full = [*_named([], [entry["name"]]), _own(entry["name"], meeting_id)]
        person = people.match(entry["name"], candidates).person or full[0]
        if person.speaker_id not in present:
            present.add(person.speaker_id)
            side, role = person.side or UNSTATED, person.role or entry["role"]
            rows.append(
                (
                    meeting_id,
                    None,
                    None,
                    person.speaker_id,
                    person.name,
                    side,
                    role,
                    0,
                    "participants-list",
                    None,
                )
            )
    return rows


def resolve(turns: "pd.DataFrame", documents: "pd.DataFrame", *, people: Sequence[Person]) -> "pd.DataFrame":
    """Find the person behind each label.

    A row is a label in a meeting, or a participant who never speaks (``label`` null). The evidence is ``given``
    (name or alias in the people sheet), ``exact-name``, ``surname`` (the first or last part of one person's name
    only), ``participants-list`` or ``unresolved``: the label is then a speaker of its own, of that meeting only.

    Args:
        turns: the table ``turns``.
        documents: the table ``documents``.
        people: the people of the study; empty: the full names that each meeting itself gives.

    Returns:
        The table ``speakers``, sorted by meeting; labels in order of appearance, then silent participants.

    Raises:
        MemconError: there is no turn at all.

    Example:
        >>> import memcon, pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": ["a", "a"], "turn": [1, 2], "label": ["Mr. Lin", "Orr"]})
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "participants": ["[]"]})
        >>> found = resolve(turns, documents, people=[Person("lin", "Ada Lin")])
        >>> found[["speaker_id", "evidence"]].to_numpy().tolist()
        [['lin', 'surname'], ['orr@a', 'unresolved']]
    """
    import pandas as pd

    if turns.empty:
        raise MemconError(
            f"no turn was found in any of the study's {len(documents)} records; memcon reads speech behind labels "
            "such as 'Name:' at the beginning of a line, and a record wholly in reported speech has none."
        )
    rows: list[Any] = []
    for meeting_id, listed in sorted(zip(documents["meeting_id"], documents["participants"], strict=True)):
        labels = turns.loc[turns["meeting_id"] == meeting_id, "label"]
        n_turns = {str(label): int((labels == label).sum()) for label in labels.unique()}
        rows += _rows(meeting_id, n_turns, json.loads(listed), people)
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    texts = dict.fromkeys(
        ("meeting_id", "label", "speaker_id", "name", "side", "role", "evidence", "candidates"), "str"
    )
    return table.astype(texts | {"turn": "Int64", "n_turns": "int64"})


def assign(turns: "pd.DataFrame", speakers: "pd.DataFrame") -> "pd.DataFrame":
    """Join turns to the people who speak them; nothing else does.

    A row is a turn. A row of ``speakers`` that names a turn wins over the one of its label.

    Args:
        turns: the table ``turns``.
        speakers: the table ``speakers``.

    Returns:
        The turns in order with ``speaker_id``, ``name``, ``side`` and ``role``.

    Example:
        >>> import pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": ["a"], "turn": [1], "label": ["Lin"]})
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "participants": ["[]"]})
        >>> assign(turns, resolve(turns, documents, people=[]))["speaker_id"].tolist()
        ['lin@a']
    """
    person = ["speaker_id", "name", "side", "role"]
    spoken = speakers[speakers["label"].notna()]
    by_label = spoken.loc[spoken["turn"].isna(), ["meeting_id", "label", *person]]
    by_turn = spoken.loc[spoken["turn"].notna(), ["meeting_id", "turn", *person]]
    joined = turns.merge(by_label, on=["meeting_id", "label"], how="left", validate="many_to_one")
    if len(by_turn):
        own = turns[["meeting_id", "turn"]].merge(by_turn.astype({"turn": "int64"}), how="left", validate="one_to_one")
        for column in person:
            joined[column] = own[column].where(own["speaker_id"].notna(), joined[column])
    return joined.sort_values(["meeting_id", "turn"], ignore_index=True)


def people_of(speakers: "pd.DataFrame") -> "pd.DataFrame":
    """Return the people of each meeting.

    A row is a person in a meeting, in the order of ``speakers``.

    Args:
        speakers: the table ``speakers``.

    Returns:
        ``meeting_id``, ``speaker_id``, ``name``, ``side``, ``role``, ``n_turns``.

    Example:
        >>> import pandas as pd
        >>> turns = pd.DataFrame({"meeting_id": ["a"] * 2, "turn": [1, 2], "label": ["Lin", "Lin"]})
        >>> documents = pd.DataFrame({"meeting_id": ["a"], "participants": ["[]"]})
        >>> people_of(resolve(turns, documents, people=[]))["n_turns"].tolist()
        [2]
    """
    key = ["meeting_id", "speaker_id"]
    first = speakers.drop_duplicates(key)[[*key, "name", "side", "role"]]
    n_turns = speakers[speakers["turn"].isna()].groupby(key, sort=False)["n_turns"].sum().reset_index()
    return first.merge(n_turns, on=key, how="left", validate="one_to_one")
