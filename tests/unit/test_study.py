"""Study and sheets: a good study loads as written; a bad one gets a sentence that names place, found and allowed."""

import re

import pytest
import yaml

from memcon import sheets
from memcon import study as study_module
from memcon.errors import MemconError
from memcon.people import Person

CONFIG = "title: Tea\n"
MEETINGS = "meeting_id,file,date\na,a.txt,1967-02-03\nb,b.txt,1968-10-01\n"
PEOPLE = "speaker_id,name,side,role,aliases\nadams,John Adams,Hosts,,The Secretary;J. A.\nbrown,Ann Brown,Guests,,\n"
RECORD = "Mr. Adams: Tea?\n\nMs. Brown: No.\n"


@pytest.fixture
def load(tmp_path):
    """Write a study of two meetings, some of its files changed, and load it."""

    def loaded(config=CONFIG, meetings=MEETINGS, people=PEOPLE, **files):
        texts = {"config/config.yaml": config, "config/meetings.csv": meetings, "config/people.csv": people}
        texts |= {"data/raw/a.txt": RECORD, "data/raw/b.txt": RECORD} | files
        for name, text in texts.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return study_module.load(tmp_path)

    return loaded


@pytest.fixture
def refused(load):
    """Load a bad study and return the sentence that it gets."""

    def said(**changes):
        with pytest.raises(MemconError) as caught:
            load(**changes)
        return str(caught.value)

    return said


def sides(target, reference, more=""):
    return f"title: Tea\ncontrasts:\n  c:\n    target: {target}\n    reference: {reference}\n{more}"


def themes(*terms):
    return "title: Tea\nthemes:\n  Drinks:\n" + "".join(f"    - {term}\n" for term in terms)


def test_a_study_with_a_title_only_has_every_default(load):
    study = load()
    assert study.config["title"] == "Tea"
    assert study.config["meetings"] == "config/meetings.csv" and study.config["shards"] == 1
    assert study.config["text"]["stop_words"] == {"list": "scikit-learn", "language": "en", "add": [], "remove": []}
    assert study.config["text"]["longest_term"] == 2 and study.config["ranking"]["min_count"] == 5
    assert study.config["contrasts"] == {} and study.config["themes"] == {}
    assert [meeting["meeting_id"] for meeting in study.meetings] == ["a", "b"]
    assert study.people == [
        Person("adams", "John Adams", "Hosts", None, ("The Secretary", "J. A.")),
        Person("brown", "Ann Brown", "Guests"),
    ]
    assert {"the", "don't"} <= study.stop_words


def test_what_the_study_says_wins_over_defaults(load):
    study = load(config="title: Tea\ntext: {piece_words: 20, stop_words: {add: [TEA], remove: [The]}}\n")
    assert study.config["text"]["piece_words"] == 20 and study.config["text"]["passage_words"] == 100
    assert "tea" in study.stop_words and "the" not in study.stop_words


def test_dates_stay_text(load):
    study = load(config=sides("{date: 1967-02-03}", "{date: [1968-10-01]}"))
    contrast = study.config["contrasts"]["c"]
    assert contrast["target"] == {"date": "1967-02-03"} and contrast["reference"] == {"date": ["1968-10-01"]}
    assert study.meetings[0]["date"] == "1967-02-03"


def test_contrasts_get_units_and_columns_of_the_sheet_may_select(load):
    meetings = "meeting_id,file,series\nb,b.txt,x\n a , a.txt ,y\n\n"
    study = load(config=sides("{series: x}", "{speaker_id: adams}"), meetings=meetings)
    assert study.config["contrasts"]["c"]["units"] == ["passage", "turn"]
    assert [meeting["series"] for meeting in study.meetings] == ["y", "x"]


def test_themes_are_folded(load):
    assert load(config=themes("Green TEA", "Marxist‑Leninist", "o’clock")).config["themes"] == {
        "Drinks": ["green tea", "marxist-leninist", "o'clock"]
    }


def test_a_study_may_have_no_people(load):
    assert load(config="title: Tea\npeople: null\n", people=None).people == []


def test_sheets_may_begin_with_a_byte_order_mark_and_end_lines_as_windows_does(load):
    study = load(meetings="\ufeff" + MEETINGS.replace("\n", "\r\n"), config="\ufeff" + CONFIG)
    assert [meeting["file"] for meeting in study.meetings] == ["a.txt", "b.txt"]


def test_shards_depend_on_the_file_only(load):
    one = load().shards
    assert list(one) == ["0"] and len(one["0"]) == 2
    many = load(config="title: Tea\nshards: 64\n").shards
    for number, meetings in many.items():
        assert {study_module.shard(meeting["file"], n_shards=64) for meeting in meetings} == {number}
    assert sorted(m["meeting_id"] for meetings in many.values() for m in meetings) == ["a", "b"]
    assert study_module.shard("a.txt", n_shards=1024) == study_module.shard("a.txt", n_shards=1024)


def test_the_bundled_study_loads(study):
    assert [meeting["meeting_id"] for meeting in study.meetings] == ["1967-02-03", "1968-10-01"]
    assert study.config["contrasts"]["meetings"]["target"] == {"meeting_id": "1967-02-03"}
    assert len(study.people) == 9


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (
            "titel: Tea\n",
            ["config/config.yaml", "key 'titel' is not known", "title, meetings", "did you mean 'title'?"],
        ),
        ("title: Tea\ntext: {stopwords: {}}\n", ["key 'text'", "'stopwords'", "longest_term", "mean 'stop_words'?"]),
        ("shards: 1\n", ["config/config.yaml", "the key 'title' is missing", "config/README.md"]),
        (
            sides("{meeting_id: a}", "null").replace("    reference: null\n", ""),
            ["'contrasts.c'", "'reference' is missing"],
        ),
        ("title: 1970\n", ["key 'title'", "found 1970", "type string"]),
        ("title: ''\n", ["key 'title'", "must not be empty"]),
        ("title: Tea\nshards: 3\n", ["key 'shards'", "found 3", "allowed are 1, 2, 4"]),
        ("title: Tea\ntext: {piece_words: few}\n", ["key 'text.piece_words'", "found 'few'", "integer"]),
        ("title: Tea\ntext: {piece_words: 1}\n", ["key 'text.piece_words'", "found 1", "least allowed is 10"]),
        ("title: Tea\nfigures: {font_pt: 99}\n", ["key 'figures.font_pt'", "found 99", "greatest allowed is 14"]),
        ("title: Tea\nranking: {prior_words: 0}\n", ["'ranking.prior_words'", "greater than 0"]),
        (
            "title: Tea\ntext: {stop_words: {list: mine}}\n",
            ["stop_words.list'", "'mine'", "scikit-learn, stopwordsiso"],
        ),
        ("title: Tea\ntext: {stop_words: {language: de}}\n", ["stop_words", "'de'", "stopwordsiso or none"]),
        ("title: Tea\ntext: {stop_words: {language: German}}\n", ["language'", "'German'", "shape ^[a-z]{2}$"]),
        ("title: Tea\ncontrasts:\n  A b: {}\n", ["key 'contrasts", "^[a-z0-9]"]),
        ("title: Tea\ntitle: Milk\n", ["config/config.yaml, line 2", "key 'title' is said twice"]),
        ("title: Tea\nthemes:\n  a: [tea]\n  b: [milk]\n  a: [cup]\n", ["line 5", "key 'a' is said twice"]),
        ("title: Tea\nthemes: [tea\n", ["config/config.yaml, line 3", "not YAML"]),
        ("title:\tTea\n\tshards: 1\n", ["config/config.yaml, line 1", "not YAML"]),
        ("title: !!python/name:os.system\n", ["config/config.yaml, line 1", "not YAML"]),
        ("# nothing\n", ["config/config.yaml", "found no keys", "'title'"]),
        ("- tea\n", ["config/config.yaml", "found no keys", "'title'"]),
        (b"title: Caf\xe9\n", ["config/config.yaml", "byte 11", "not UTF-8", "save the file"]),
        (None, ["config/config.yaml", "no such file", "config/README.md"]),
        ("title: Tea\nmeetings: config/none.csv\n", ["config/none.csv", "no such file"]),
        ("title: Tea\npeople: config\n", ["config: the file cannot be read", "directory"]),
    ],
)
def test_a_bad_configuration(refused, config, said):
    sentence = refused(config=config)
    assert [part for part in said if part not in sentence] == []
    assert "\n" not in sentence and "Traceback" not in sentence


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (
            sides("{meting_id: a}", "{meeting_id: b}"),
            ["'contrasts.c.target'", "column 'meting_id'", "mean 'meeting_id'?"],
        ),
        (sides("{meeting_id: a}", "{meeting_id: c}"), ["'contrasts.c.reference'", "meeting_id 'c'", "there are a, b"]),
        (sides("{speaker_id: adam}", "{meeting_id: b}"), ["speaker_id 'adam'", "adams, brown", "mean 'adams'?"]),
        (sides("{meeting_id: a}", "{meeting_id: [a]}"), ["key 'contrasts.c'", "the same selection"]),
        (sides("{meeting_id: [a, b]}", "{meeting_id: [b, a]}"), ["key 'contrasts.c'", "the same selection"]),
        (sides("{}", "{meeting_id: b}"), ["key 'contrasts.c.target'", "found {}", "at least 1"]),
        (sides("{meeting_id: []}", "{meeting_id: b}"), ["'contrasts.c.target.meeting_id'", "found []"]),
        (sides("{meeting_id: 1967}", "{meeting_id: b}"), ["meeting_id'", "found 1967", "quotation marks"]),
        (sides("a", "{meeting_id: b}"), ["key 'contrasts.c.target'", "found 'a'", "type object"]),
        (sides("{meeting_id: a}", "{meeting_id: b}", "    units: [page]\n"), ["units.0'", "'page'", "passage, turn"]),
        (sides("{meeting_id: a}", "{meeting_id: b}", "    units: []\n"), ["units'", "found []", "at least 1"]),
        (
            sides("{meeting_id: a}", "{meeting_id: b}", "    units: [turn, meeting]\n"),
            ["key 'contrasts.c.units'", "unit 'meeting'", "the study has 2", "use passage or turn"],
        ),
        (themes("hot green tea"), ["key 'themes.Drinks'", "'hot green tea' has 3 words", "at most 2"]),
        (themes("the tea"), ["key 'themes.Drinks'", "'the tea' holds a stop word"]),
        (themes("tea of"), ["key 'themes.Drinks'", "'tea of' holds a stop word"]),
        (themes("tea", "milk", "Tea"), ["key 'themes.Drinks'", "'Tea' stands twice"]),
        (themes("tea", "green tea"), ["key 'themes.Drinks'", "'tea' and 'green tea'", "count twice"]),
        (themes("green tea", "green"), ["key 'themes.Drinks'", "'green' and 'green tea'", "count twice"]),
        (themes("green tea", "tea cup"), ["key 'themes.Drinks'", "'green tea' and 'tea cup'", "count twice"]),
        (themes("'…'"), ["key 'themes.Drinks'", "'…' has 0 words"]),
        (themes() + "    []\n", ["key 'themes.Drinks'", "found []"]),
    ],
)
def test_bad_contrasts_and_themes(refused, config, said):
    sentence = refused(config=config)
    assert [part for part in said if part not in sentence] == []
    assert "config/config.yaml" in sentence and "\n" not in sentence


def test_terms_of_different_themes_may_overlap(load):
    assert load(config="title: Tea\nthemes: {a: [tea, green], b: [green tea]}\n").config["themes"]["b"] == ["green tea"]


def test_two_words_are_too_many_where_only_words_are_counted(refused):
    assert "at most 1 here" in refused(config=themes("green tea") + "text: {longest_term: 1}\n")


ROW = "meeting_id,file\n{},a.txt\n"


@pytest.mark.parametrize(
    ("meetings", "said"),
    [
        ("", ["line 1", "column 'meeting_id' is missing", "found none"]),
        (
            "meeting,file\na,a.txt\n",
            ["line 1", "column 'meeting_id' is missing", "found meeting, file", "mean 'meeting'?"],
        ),
        ("meeting_id\na\n", ["line 1", "column 'file' is missing"]),
        ("meeting_id,file,file\na,a.txt,b.txt\n", ["line 1", "column 'file' stands twice"]),
        ("meeting_id,file\n", ["the sheet has no meeting"]),
        ("meeting_id,file\na,\n", ["line 2", "'file' is empty"]),
        ("meeting_id,file\na\n", ["line 2", "'file' is empty"]),
        ("meeting_id,file\na,a.txt,Tea, late\n", ["line 2", "4 cells under 2 columns", "quotation marks"]),
        ('meeting_id,file\na,"a.txt\n', ["line 2", "not CSV"]),
        (b"meeting_id,file\nCaf\xe9,a.txt\n", ["byte 20", "not UTF-8"]),
        ("meeting_id,file\na,a.txt\na,b.txt\n", ["line 3", "meeting_id 'a' stands twice"]),
        ("meeting_id,file\na,a.txt\nb,a.txt\n", ["line 3", "file 'a.txt' belongs to a already"]),
        ("meeting_id,file,part\na,a.txt,2\n", ["line 2", "part '2'"]),
        ("meeting_id,file,format\na,a.txt,pdf\n", ["line 2", "format 'pdf'", "allowed are text, markdown"]),
        (ROW.format("a/b"), ["line 2", "meeting_id 'a/b'", "allowed are letters"]),
        (ROW.format(".."), ["line 2", "meeting_id '..'", "allowed are letters"]),
        (ROW.format("a..b"), ["line 2", "meeting_id 'a..b'"]),
        (ROW.format('"a\nb"'), ["line 3", "meeting_id 'a\nb'"]),
        (ROW.format("a b"), ["line 2", "meeting_id 'a b'"]),
        (ROW.format("all"), ["line 2", "meeting_id 'all'", "not 'all'"]),
        (ROW.format("-a"), ["line 2", "meeting_id '-a'"]),
        (ROW.format("a" * 300), ["line 2", "at most 100"]),
        ("meeting_id,file\na,../a.txt\n", ["line 2", "'../a.txt' leaves data/raw/"]),
        ("meeting_id,file\na,x/../../a.txt\n", ["line 2", "leaves data/raw/"]),
        ("meeting_id,file\na,/a.txt\n", ["line 2", "'/a.txt' leaves data/raw/"]),
        ("meeting_id,file\na,aa.txt\n", ["line 2", "there is no file 'data/raw/aa.txt'", "mean 'a.txt'?"]),
        ("meeting_id,file\na,x\n", ["line 2", "there is no file 'data/raw/x'", "put it there"]),
        ("meeting_id,file\na,.\n", ["line 2", "there is no file"]),
    ],
)
def test_a_bad_sheet_of_meetings(refused, meetings, said):
    sentence = refused(meetings=meetings)
    assert sentence.startswith("config/meetings.csv")
    assert [part for part in said if part not in sentence] == []
    assert len(sentence) < 400


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "data/raw/a.txt: the file is empty"),
        (b"\n \n", "data/raw/a.txt: the file is empty"),
        (b"Tea\nCaf\xe9", "data/raw/a.txt, line 2: byte 0xE9 is not UTF-8"),
    ],
)
def test_a_bad_source(refused, data, said):
    assert said in refused(**{"data/raw/a.txt": data})


def test_a_source_may_not_leave_the_folder_by_a_link(refused, tmp_path):
    (tmp_path / "outside.txt").write_text(RECORD)
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "link.txt").symlink_to(tmp_path / "outside.txt")
    assert "line 2: file 'link.txt' leaves data/raw/" in refused(meetings="meeting_id,file\na,link.txt\n")


def test_a_source_may_lie_in_a_folder_of_its_own(load):
    study = load(meetings="meeting_id,file\na,x/a.txt\n", **{"data/raw/x/a.txt": RECORD})
    assert study.meetings == [{"meeting_id": "a", "file": "x/a.txt"}]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (None, ["config/people.csv", "no such file"]),
        ("id,name\na,A\n", ["line 1", "column 'speaker_id' is missing", "found id, name"]),
        ("speaker_id,name\na,\n", ["line 2", "'name' is empty"]),
        ("speaker_id,name\na,A\nb,B\na,C\n", ["line 4", "speaker_id 'a' stands twice"]),
        (
            "speaker_id,name\na,John Adams\nb,JOHN  ADAMS.\n",
            ["line 3", "'john adams'", "of a already", "one person only"],
        ),
        ("speaker_id,name,aliases\na,A,X;Y\nb,B,Z; y\n", ["line 3", "'y' is a name or alias of a already"]),
        ("speaker_id,name,aliases\na,A,B\nb,B,\n", ["line 3", "'b' is a name or alias of a already"]),
        (b"speaker_id,name\na,\xff\n", ["byte 19", "not UTF-8"]),
    ],
)
def test_a_bad_sheet_of_people(refused, people, said):
    sentence = refused(people=people)
    assert sentence.startswith("config/people.csv")
    assert [part for part in said if part not in sentence] == []


def test_an_alias_said_twice_for_one_person_is_fine(load):
    assert load(people="speaker_id,name,aliases\na,A B,A B;a b.;AB\n").people[0].aliases == ("A B", "a b.", "AB")


def test_every_key_of_the_schema_has_a_description_and_a_default_that_fits():
    from jsonschema import Draft202012Validator

    def check(part):
        for name, key in part.get("properties", {}).items():
            assert "description" in key, name
            if "default" in key:
                assert Draft202012Validator(key).is_valid(key["default"]), name
            check(key)

    check(study_module.schema())
    Draft202012Validator.check_schema(study_module.schema())


def test_only_timestamps_are_read_otherwise_than_plain_yaml():
    text = "a: 1\nb: 1.5\nc: yes\nd: null\ne: text\nf: [x, 2]\ng: {h: .inf}\n"
    assert study_module._yaml(text) == yaml.safe_load(text)
    assert study_module._yaml("a: 2001-12-14t21:59:43.10-05:00")["a"] == "2001-12-14t21:59:43.10-05:00"


def test_a_file_that_names_columns_is_read_by_column(tmp_path):
    (tmp_path / "people.csv").write_text('name,speaker_id,note\n"Adams, John",a,x\n')
    assert sheets.people(tmp_path, "people.csv") == [Person("a", "Adams, John")]
    with pytest.raises(MemconError, match=re.escape("none.csv: there is no such file")):
        sheets.meetings(tmp_path, "none.csv")
