"""Fixtures that several test modules share: two hand-made meetings, a maker of others, the bundled study."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

import memcon
from memcon.people import Person

ROOT = Path(__file__).parents[2]
PEOPLE = (
    Person("john-adams", "John Adams", "Hosts", None, ("Mr. Adams",)),
    Person("mary-brown", "Mary Brown", "Guests"),
    Person("paul-clark", "Paul Clark", "Guests"),
    Person("ella-dale", "Ella Dale", "Hosts", "interpreter"),
    Person("clerk", "The clerk", "Hosts"),
)
# So few that the terms can be listed by hand.
STOP_WORDS = frozenset("a and are by can do for has his how is it much our shall the then they very we who you".split())
THEMES = {"Trade": ["mill", "wheat", "sacks"], "Roads": ["bridge", "heavy cart"]}


class Record(NamedTuple):
    """The tables of some meetings."""

    documents: pd.DataFrame
    spans: pd.DataFrame
    turns: pd.DataFrame
    term_counts: pd.DataFrame
    ledger: pd.DataFrame
    speakers: pd.DataFrame

    def matrices(self, **settings: object) -> list[memcon.units.UnitMatrix]:
        tables = (self.turns, self.speakers, self.documents, self.term_counts)
        return list(memcon.units.matrices(*tables, **settings))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def people() -> tuple[Person, ...]:
    return PEOPLE


@pytest.fixture(scope="session")
def stop_words() -> frozenset[str]:
    return STOP_WORDS


@pytest.fixture(scope="session")
def word_lists() -> dict[str, list[str]]:
    return THEMES


@pytest.fixture(scope="session")
def tiny() -> Record:
    """Tea and walk, parsed."""
    meetings = [{"meeting_id": name, "file": f"{name}.txt"} for name in ("tea", "walk")]
    parsed = memcon.parsing.parse_shard(meetings, folder=ROOT / "tests" / "data", people=PEOPLE, words=STOP_WORDS)
    speakers = memcon.speakers.resolve(parsed.turns, parsed.documents, people=PEOPLE)
    return Record(*parsed, speakers)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Record]:
    """Make the tables of meetings from (label, text) pairs; every label is a known person."""

    def make(
        meetings: Mapping[str, Sequence[tuple[str, str]]],
        people: Sequence[Person] = PEOPLE,
        stop_words: frozenset[str] = STOP_WORDS,
    ) -> Record:
        rows = [
            {
                "meeting_id": meeting_id,
                "turn": turn,
                "label": label,
                "text": text,
                "char_start": 0,
                "char_end": len(text),
                "n_words": memcon.tokens.n_words(text),
                "n_sentences": len(memcon.tokens.sentences(text)),
                "n_characters": len(text),
                "n_questions": text.count("?"),
                "n_paragraphs": 1,
                "n_stage_directions": 0,
                "n_insertions": 0,
                "n_footnotes": 0,
                "n_words_in_insertions": 0,
            }
            for meeting_id, said in meetings.items()
            for turn, (label, text) in enumerate(said, start=1)
        ]
        turns = pd.DataFrame(rows).astype({"meeting_id": "str", "label": "str", "text": "str"})
        documents = pd.DataFrame({"meeting_id": list(meetings), "participants": json.dumps([])})
        spans = turns[["meeting_id", "turn", "char_start", "char_end"]].assign(kind="utterance")
        about = documents.assign(file="none.txt", n_characters=turns.groupby("meeting_id")["n_characters"].sum().max())
        counts = memcon.term_counts.compute(turns, stop_words=stop_words)
        speakers = memcon.speakers.resolve(turns, documents, people=people)
        return Record(documents, spans, turns, counts, memcon.ledger.compute(spans, about), speakers)

    return make


@pytest.fixture(scope="session")
def study() -> memcon.study.Study:
    """The bundled study."""
    return memcon.study.load(ROOT)


@pytest.fixture(scope="session")
def bundled_record(study: memcon.study.Study) -> Record:
    """The bundled study, parsed."""
    parsed = memcon.parsing.parse_shard(
        study.meetings, folder=ROOT / "data" / "raw", people=study.people, words=study.stop_words
    )
    speakers = memcon.speakers.resolve(parsed.turns, parsed.documents, people=study.people)
    return Record(*parsed, speakers)


@pytest.fixture(scope="session")
def bundled_matrices(study: memcon.study.Study, bundled_record: Record) -> list[memcon.units.UnitMatrix]:
    text = {"stop_words": study.stop_words, "passage_words": study.config["text"]["passage_words"]}
    return bundled_record.matrices(contrasts=study.config["contrasts"], **text)


@pytest.fixture(scope="session")
def bundled(
    study: memcon.study.Study, bundled_record: Record, bundled_matrices: list[memcon.units.UnitMatrix]
) -> dict[str, pd.DataFrame]:
    """Every table of the bundled study, by name."""
    found, config = bundled_record, study.config
    tables = found._asdict()
    for name in ("talk_share", "inequality", "talk_over_time", "turn_taking"):
        tables[name] = getattr(memcon, name).compute(found.turns, found.speakers)
    tables["themes"] = memcon.themes.compute(found.turns, found.term_counts, themes=config["themes"])
    theme_terms = memcon.themes.terms(config["themes"])
    tables["contrast"] = memcon.contrast.compute(bundled_matrices, theme_terms=theme_terms, **config["ranking"])
    tables["contrast_sides"] = memcon.contrast.sides(bundled_matrices)
    tables["theme_contrast"] = memcon.themes.contrast(bundled_matrices, themes=config["themes"])
    tables["corpus"] = memcon.corpus.compute(found.documents, found.turns, found.ledger, found.speakers)
    tables["stop_words"] = memcon.stop_words.table(study.stop_words, name=config["text"]["stop_words"]["list"])
    terms = {*tables["contrast"].loc[tables["contrast"]["listed"], "term"], *theme_terms}
    sources = memcon.parsing.sources(found.documents, folder=ROOT / "data" / "raw")
    tables["concordance"] = memcon.concordance.compute(terms, found.turns, found.spans, found.speakers, sources=sources)
    return {name: tables[name] for name in memcon.schemas.TABLES}
