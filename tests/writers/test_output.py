import os
import sys
from pathlib import Path

import pytest

from claimx.errors import OutputError
from claimx.writers.output import open_output


def test_a_file_is_written_in_utf_8_with_its_line_ends(tmp_path):
    path = tmp_path / "out.csv"
    with open_output(str(path)) as stream:
        stream.write("“é”\r\n\udc80\n")
    assert path.read_bytes() == "“é”\r\n\\udc80\n".encode()
    assert [*tmp_path.iterdir()] == [path]


def test_the_old_file_stands_until_all_is_written(tmp_path):
    path = tmp_path / "out"
    path.write_text("old")
    with open_output(str(path)) as stream:
        stream.write("new")
        stream.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_nothing_is_left_behind_on_failure(tmp_path, error):
    path = tmp_path / "out"
    path.write_text("old")
    with pytest.raises(error), open_output(str(path)) as stream:
        stream.write("new")
        raise error
    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_permissions_and_links_stay(tmp_path):
    path, link = tmp_path / "out", tmp_path / "link"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    with open_output(str(link)) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_cannot_be_written(tmp_path):
    with pytest.raises(OutputError, match=r"^cannot write .*: it is a folder\.$"), open_output(str(tmp_path)):
        pass


def test_a_file_in_a_missing_folder(tmp_path):
    path = tmp_path / "none" / "out"
    with pytest.raises(OutputError, match=r"^cannot write .*out: No such file or directory\.$"), open_output(str(path)):
        pass


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no /dev/null here")
def test_a_device_is_written_to_directly():
    with open_output("/dev/null") as stream:
        stream.write("gone")
    assert not Path("/dev/null").is_file()


def test_standard_output(capfdbinary, monkeypatch):
    monkeypatch.setattr(sys, "stdout", os.fdopen(os.dup(1), "w", encoding="ascii"))
    with open_output(None) as stream:
        stream.write("“é”\r\n")
    sys.stdout.close()
    assert capfdbinary.readouterr().out == "“é”\r\n".encode()
