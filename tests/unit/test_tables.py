"""Tables for print: LaTeX that compiles whatever the texts hold, and its numbers."""

import re

import pandas as pd
import pytest

from memcon import schemas, tables


@pytest.mark.parametrize(
    ("character", "escaped"),
    [
        ("&", r"\&"),
        ("%", r"\%"),
        ("$", r"\$"),
        ("#", r"\#"),
        ("_", r"\_"),
        ("{", r"\{"),
        ("}", r"\}"),
        ("~", r"\textasciitilde "),
        ("^", r"\textasciicircum "),
        ("\\", r"\textbackslash "),
    ],
)
def test_characters_of_latex_are_escaped_in_cells_and_heads(character, escaped):
    written = tables.latex(pd.DataFrame({f"a{character}b": [f"c{character}d"]})).splitlines()
    assert written[2].replace(" ", "") == rf"a{escaped}b\\".replace(" ", "")
    assert written[4].replace(" ", "") == rf"c{escaped}d\\".replace(" ", "")


def test_booktabs_numbers_and_dashes():
    table = pd.DataFrame({"Who": ["Adams", None], "n": [12345, 2], "Share (%)": [0.5, None], "z": [-1.256, 2.0]})
    assert tables.latex(table, decimals={"Share (%)": 1, "z": 2}).splitlines() == [
        r"\begin{tabular}{lrrr}",
        r"\toprule",
        r"Who & n & Share (\%) & z \\",
        r"\midrule",
        r"Adams & 12,345 & 0.5 & -1.26 \\",
        r"-- & 2 & -- & 2.00 \\",
        r"\bottomrule",
        r"\end{tabular}",
    ]


def test_names():
    assert list(tables.names(contrasts=["b", "a"], themes=["x"])) == [
        *("corpus", "talk_share", "themes", "ledger", "contrast_b", "contrast_a")
    ]
    assert "themes" not in tables.names(contrasts=[], themes=[])


def test_every_name_has_a_writer_a_template_and_a_schema(root):
    templates = {template for template, _ in tables.names(contrasts=["c"], themes=["t"]).values()}
    assert {path.stem for path in (root / "workflow/report").glob("table_*")} == {f"table_{name}" for name in templates}
    assert set(tables.CSV) <= set(schemas.TABLES)


def cells(written):
    body = written.split("\\midrule\n")[1].split("\\bottomrule")[0]
    return [[cell.strip() for cell in line.removesuffix(r"\\").split("&")] for line in body.strip().splitlines()]


def test_talk_share_of_the_two_meetings(tiny):
    from memcon import talk_share

    made = {"talk_share": talk_share.compute(tiny.turns, tiny.speakers), "speakers": tiny.speakers}
    # Words, turns, sentences, questions, each with its percentage; mean and longest turn.
    assert cells(tables.talk_share(made)) == [
        "tea|John Adams|Hosts|25|55.6|3|42.9|6|50.0|2|66.7|8.3|10".split("|"),
        "tea|Mary Brown|Guests|16|35.6|3|42.9|5|41.7|1|33.3|5.3|7".split("|"),
        "tea|The clerk|Hosts|4|8.9|1|14.3|1|8.3|0|0.0|4.0|4".split("|"),
        "walk|Mary Brown|Guests|24|51.1|3|50.0|5|45.5|3|100.0|8.0|9".split("|"),
        "walk|John Adams|Hosts|22|46.8|2|33.3|5|45.5|0|0.0|11.0|12".split("|"),
        "walk|Ella Dale|Hosts|1|2.1|1|16.7|1|9.1|0|0.0|1.0|1".split("|"),
    ]


def test_themes_of_the_two_meetings(tiny, word_lists):
    from memcon import themes

    made = {"themes": themes.compute(tiny.turns, tiny.term_counts, themes=word_lists)}
    # 6 / 45, 1 / 47, 0, 7 / 47.
    assert cells(tables.themes(made)) == [["Trade", "6", "13.33", "1", "2.13"], ["Roads", "0", "0.00", "5", "14.89"]]


def test_ledger_of_the_two_meetings(tiny):
    found = cells(tables.ledger({"ledger": tiny.ledger}))
    # Utterances 219 of 473 and 223 of 436 characters; the most characters of both first.
    assert found[0] == ["utterance", "219", "46.30", "223", "51.15"]
    assert found[1] == ["label", "73", "15.43", "62", "14.22"]
    assert ["stage direction", "11", "2.33", "25", "5.73"] in found


def test_corpus_of_the_two_meetings(tiny):
    from memcon import corpus

    made = {"corpus": corpus.compute(tiny.documents, tiny.turns, tiny.ledger, tiny.speakers)}
    assert cells(tables.corpus(made)) == [
        ["tea", "--", "--", "45", "7", "12", "3", "3", "6", "0.0"],
        ["walk", "--", "--", "47", "6", "11", "3", "3", "4", "0.0"],
    ]


def test_make_writes_every_file_twice_the_same(bundled, study, root, tmp_path):
    for folder in ("one", "two"):
        tables.make(bundled, folder=tmp_path / folder, templates=root / "workflow" / "report", config=study.config)
    names = tables.names(contrasts=list(study.config["contrasts"]), themes=list(study.config["themes"]))
    wanted = {f"{name}.csv" for name in tables.CSV} | {f"{name}.{end}" for name in names for end in ("tex", "txt")}
    assert {path.name for path in (tmp_path / "one").iterdir()} == wanted
    for name in wanted:
        one = (tmp_path / "one" / name).read_bytes()
        assert one == (tmp_path / "two" / name).read_bytes() and one.endswith(b"\n") and b"\r" not in one
    for name in names:
        caption = (tmp_path / "one" / f"{name}.txt").read_text("utf-8")
        assert not re.search(r"[{}]|nan|None", caption) and caption.count("\n") == 1
        written = (tmp_path / "one" / f"{name}.tex").read_text("utf-8")
        assert written.count(r"\toprule") == written.count(r"\midrule") == written.count(r"\bottomrule") == 1
        assert not re.search(r"\bnan\b|None", written)


def test_the_term_table_prints_the_leading_terms(bundled, study):
    from memcon import contrast

    found = [row[0] for row in cells(tables.contrast_terms(bundled, "mao", study.config))]
    rows = bundled["contrast"].query("contrast_id == 'mao' and unit == 'passage'")
    assert found == contrast.top(rows, n=study.config["ranking"]["top_terms"])["term"].tolist()
