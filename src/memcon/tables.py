"""Tables for print: LaTeX (booktabs) of the finished tables, all text escaped."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon import captions, contrast, io

if TYPE_CHECKING:
    import pandas as pd

# Every table that a person gets as CSV; the other names of results/tables are LaTeX.
CSV = (
    "documents",
    "corpus",
    "speakers",
    "turns",
    "talk_share",
    "inequality",
    "talk_over_time",
    "turn_taking",
    "contrast",
    "contrast_sides",
    "themes",
    "theme_contrast",
    "concordance",
    "ledger",
    "stop_words",
)
LATEX = ("corpus", "talk_share", "themes", "ledger")


def names(*, contrasts: Sequence[str], themes: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    """Name the LaTeX tables of a study.

    Args:
        contrasts: the study's contrasts.
        themes: the study's themes; without any there is no table of them.

    Returns:
        Name of the table's files → (its template, its contrast or None).

    Example:
        >>> names(contrasts=["mao"], themes=[])["contrast_mao"]
        ('contrast', 'mao')
    """
    general = {name: (name, None) for name in LATEX if name != "themes" or themes}
    return general | {f"contrast_{name}": ("contrast", name) for name in contrasts}


def latex(table: "pd.DataFrame", *, decimals: Mapping[str, int] | None = None) -> str:
    """Write a table as a LaTeX tabular with booktabs rules.

    Args:
        table: the table; its column names are the heads.
        decimals: column → decimal places; other numbers are whole.

    Returns:
        The tabular, text escaped, numbers with thousands separators and flush right, a missing value as a dash.

    Example:
        >>> import pandas as pd
        >>> "A \\\\& B" in latex(pd.DataFrame({"Who": ["A & B"], "n": [1000]}))
        True
    """
    from pandas.api.types import is_numeric_dtype

    names = [str(column) for column in table]
    places = {name: (decimals or {}).get(name, 0) for name in names if is_numeric_dtype(table[name])}
    aligned = "".join("r" if name in places else "l" for name in names)
    styled = table.style.hide(axis="index").format(escape="latex", na_rep="--")
    for column, n in places.items():
        styled = styled.format(f"{{:,.{n}f}}", subset=[column], na_rep="--")
    written: str = styled.format_index(escape="latex", axis=1).to_latex(hrules=True, column_format=aligned)
    return written


def corpus(tables: "Mapping[str, pd.DataFrame]") -> str:
    """Write the corpus description; a row is a meeting.

    Args:
        tables: ``corpus``.

    Returns:
        LaTeX.
    """
    heads = {
        "meeting_id": "Meeting",
        "original_language": "Original",
        "record_maker": "Record made by",
        "n_words": "Words",
        "n_turns": "Turns",
        "n_sentences": "Sentences",
        "n_questions": "Questions",
        "n_speakers": "Speakers",
        "n_present": "Present",
        "unparsed_share": "Unparsed (%)",
    }
    found = tables["corpus"].assign(unparsed_share=lambda table: 100 * table["unparsed_share"])
    return latex(found[list(heads)].rename(columns=heads), decimals={"Unparsed (%)": 1})


def talk_share(tables: "Mapping[str, pd.DataFrame]") -> str:
    """Write the talk shares; a row is a speaker in a meeting.

    Args:
        tables: ``talk_share``, ``speakers``.

    Returns:
        LaTeX.
    """
    found = tables["talk_share"].query("level == 'speaker'")
    key = ["meeting_id", "speaker_id", "side"]
    values = found.pivot(index=key, columns="measure", values="value").reset_index()
    shares = found.pivot(index=key, columns="measure", values="share").reset_index()
    name = tables["speakers"].drop_duplicates("speaker_id").set_index("speaker_id")["name"]
    import pandas as pd

    table = pd.DataFrame(
        {"Meeting": values["meeting_id"], "Speaker": values["speaker_id"].map(name), "Side": values["side"]}
    )
    for measure in ("words", "turns", "sentences", "questions"):
        table[measure.capitalize()] = values[measure]
        table[f"{measure.capitalize()} (%)"] = 100 * shares[measure]
    table["Mean turn"], table["Longest"] = values["mean_turn_words"], values["longest_turn_words"]
    order = pd.DataFrame({"meeting": table["Meeting"], "words": -table["Words"], "name": table["Speaker"]})
    table = table.loc[order.sort_values(["meeting", "words", "name"]).index]
    places = dict.fromkeys([str(name) for name in table if str(name).endswith("(%)")], 1) | {"Mean turn": 1}
    return latex(table, decimals=places)


def themes(tables: "Mapping[str, pd.DataFrame]") -> str:
    """Write the themes; a row is a theme, with its occurrences and share in each meeting.

    Args:
        tables: ``themes``.

    Returns:
        LaTeX.
    """
    found = tables["themes"]
    table = found[["theme"]].drop_duplicates().rename(columns={"theme": "Theme"}).reset_index(drop=True)
    for meeting, part in found.groupby("meeting_id", sort=True):
        of_theme = part.set_index("theme")
        table[f"{meeting}, n"] = table["Theme"].map(of_theme["n"])
        table[f"{meeting}, % of words"] = 100 * table["Theme"].map(of_theme["share"])
    return latex(table, decimals=dict.fromkeys([str(name) for name in table if "%" in str(name)], 2))


def ledger(tables: "Mapping[str, pd.DataFrame]") -> str:
    """Write the ledger of spans; a row is a kind, with its characters and their share in each meeting.

    Args:
        tables: ``ledger``.

    Returns:
        LaTeX.
    """
    found = tables["ledger"].assign(share=lambda table: 100 * table["share"])
    order = found.groupby("kind")["n_characters"].sum().sort_values(ascending=False, kind="stable").index
    wide = found.pivot(index="kind", columns="meeting_id", values=["n_characters", "share"]).fillna(0).loc[order]
    import pandas as pd

    table = pd.DataFrame({"Kind of span": [str(kind).replace("_", " ") for kind in order]})
    for meeting in sorted(found["meeting_id"].unique()):
        table[f"{meeting}, characters"] = wide["n_characters", meeting].to_numpy()
        table[f"{meeting}, %"] = wide["share", meeting].to_numpy()
    return latex(table, decimals=dict.fromkeys([str(name) for name in table if str(name).endswith("%")], 2))


def contrast_terms(tables: "Mapping[str, pd.DataFrame]", contrast_id: str, config: Mapping[str, Any]) -> str:
    """Write the leading terms of a contrast; a row is a term.

    Args:
        tables: ``contrast``.
        contrast_id: the contrast.
        config: the study's configuration.

    Returns:
        LaTeX.
    """
    settings = config["contrasts"][contrast_id]
    unit, target, reference = settings["units"][0], settings["target_name"], settings["reference_name"]
    rows = tables["contrast"].query("contrast_id == @contrast_id and unit == @unit")
    heads = {
        "term": "Term",
        "n_target": f"n {target}",
        "n_reference": f"n {reference}",
        "n_units_target": f"{unit}s {target}",
        "n_units_reference": f"{unit}s {reference}",
        "tfidf_difference": "TF-IDF difference",
        "log_odds_z": "Log-odds z",
        "g2": "G2",
    }
    found = contrast.top(rows, n=config["ranking"]["top_terms"])[list(heads)].rename(columns=heads)
    return latex(found, decimals={"TF-IDF difference": 3, "Log-odds z": 2, "G2": 1})


def make(tables: "Mapping[str, pd.DataFrame]", *, folder: Path, templates: Path, config: Mapping[str, Any]) -> None:
    """Write every table of a study as CSV, and those for print as LaTeX with a caption.

    Args:
        tables: the finished tables by name.
        folder: where they go.
        templates: the folder of the caption templates.
        config: the study's configuration.
    """
    for name in CSV:
        io.write(folder / f"{name}.csv", tables[name])
    writers = {"corpus": corpus, "talk_share": talk_share, "themes": themes, "ledger": ledger}
    for name, (template, contrast_id) in names(
        contrasts=list(config["contrasts"]), themes=list(config["themes"])
    ).items():
        text = contrast_terms(tables, contrast_id, config) if contrast_id else writers[template](tables)
        io.write_text(folder / f"{name}.tex", text)
        settings = config["contrasts"][contrast_id] if contrast_id else {}
        values = {"title": config["title"], "ranking": config["ranking"], "contrast": settings}
        io.write_text(folder / f"{name}.txt", captions.render(templates / f"table_{template}.rst", values))
