import os
import sys
from pathlib import Path

import pytest

from claimx.errors import OutputError
from claimx.writers.output import open_stream


def test_standard_output_takes_utf_8_and_leaves_line_ends(capfdbinary, monkeypatch):
    monkeypatch.setattr(sys, "stdout", os.fdopen(os.dup(1), "w", encoding="ascii"))
    stream, name = open_stream(None)
    stream.write("“é”\r\n\udc80\n")
    sys.stdout.close()
    assert name == "standard output"
    assert capfdbinary.readouterr().out == "“é”\r\n\\udc80\n".encode()


def test_standard_output_that_is_closed(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OutputError, match=r"^cannot write standard output: it is closed\.$"):
        open_stream(None)


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no /dev/null here")
def test_a_device_is_written_to_directly():
    stream, _ = open_stream("/dev/null")
    with stream:
        stream.write("gone")
    assert not Path("/dev/null").is_file()


def test_what_cannot_be_opened(tmp_path):
    with pytest.raises(OutputError, match=r"^cannot write .*␛out: No such file or directory\.$"):
        open_stream(str(tmp_path / "none" / "\x1bout"))
