import io
import json

import pytest

from claimx.records import to_dict
from claimx.writers import json_reading, open_writer
from claimx.writers.style import Style
from tests.make import document


@pytest.mark.parametrize("pretty", [False, True])
@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_what_was_written_is_read(format, pretty):
    stream = io.StringIO(newline="")
    writer = open_writer(format, stream, Style(pretty=pretty))
    for name in ("a.txt", "b.txt"):
        writer.write(document(name))
    made = [document("a.txt"), document("b.txt")]
    expected = made if format == "json" else [claim for each in made for claim in each.claims]
    assert [*json_reading.read(io.BytesIO(stream.getvalue().encode()))] == [to_dict(each) for each in expected]


def test_empty_lines_are_passed_over():
    assert [*json_reading.read([b"\n", b'{"a": 1}\n', b"  \n"])] == [{"a": 1}]


def test_surrogates_become_what_json_writes_for_them():
    line = json.dumps({"doc": {"id": "caf\udce9.txt", "urls": ["\udce9"]}, "text": "a \\udce9 written out"})
    [record] = json_reading.read([line.encode()])
    assert record == {"doc": {"id": "caf\\udce9.txt", "urls": ["\\udce9"]}, "text": "a \\udce9 written out"}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([b'{"a": 1}\n', b'{"a"\n'], "line 2: "),
        ([b"[1]\n"], "line 1: a list"),
        ([b"{\n", b'  "a": 1\n'], "line 2: the last record is cut off"),
        ([b"\xff\n"], "line 1: "),
    ],
)
def test_what_is_no_record_is_told_with_its_line(lines, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        [*json_reading.read(lines)]
