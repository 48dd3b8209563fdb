"""In processes of their own, since spaCy is imported once."""

import subprocess
import sys

CODE = """
import sys
from claimx.cli.spacy_import import import_spacy
import_spacy()
assert "spacy.cli" not in sys.modules
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.download
import_spacy()
print("ok")
"""


def test_spacys_command_line_is_there_for_those_who_ask():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("ok\n", 0), done.stderr
