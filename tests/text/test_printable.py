import json

import pytest

from claimx.text.printable import printable, printable_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“é” 🚢 – plain", "“é” 🚢 – plain"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\nb\tc\r", "a␊b␉c␍"),
        ("\x00\x07\x08\x7f", "␀␇␈␡"),
        ("\x9b31m \x9d0;title\x9c", "�31m �0;title�"),
        ("a\u202eb\u2066c\u2028", "a�b�c�"),
        ("\udc80", "�"),
    ],
)
def test_what_a_terminal_obeys_is_shown(text, shown):
    assert printable(text) == shown


def test_json_stays_the_same_and_is_obeyed_by_no_terminal():
    value = {"a": "\x1b[31m \x9b31m \x7f \u202e “é” 🚢"}
    text = printable_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(text) == value
    assert not {"\x1b", "\x9b", "\x7f", "\u202e"} & {*text}
    assert "“é” 🚢" in text
