"""Captions: templates filled from values."""

import re

import jinja2
import pytest

from memcon import captions


def test_one_paragraph_with_thousands(tmp_path):
    template = tmp_path / "a.rst"
    template.write_text("Words:\n  {{ n | number }}\n\n{% for m in meetings %}\n{{ m }};\n{% endfor %}\n", "utf-8")
    assert captions.render(template, {"n": 12345, "meetings": ["tea", "walk"]}) == "Words: 12,345 tea; walk;\n"


def test_a_name_without_a_value_is_an_error(tmp_path):
    template = tmp_path / "a.rst"
    template.write_text("{{ n }} words", "utf-8")
    with pytest.raises(jinja2.UndefinedError, match="'n' is undefined"):
        captions.render(template, {})


def test_text_is_not_escaped(tmp_path):
    template = tmp_path / "a.rst"
    template.write_text("{{ name }}", "utf-8")
    assert captions.render(template, {"name": "Adams & <Brown>"}) == "Adams & <Brown>\n"


def test_no_number_is_typed_in_a_template(root):
    for template in (root / "workflow" / "report").glob("*.rst"):
        plain = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", template.read_text("utf-8")).replace("G2", "")
        assert not re.search(r"\d", plain), template.name
