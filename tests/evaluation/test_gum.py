import pytest

from claimx.errors import InputError
from claimx.evaluation.gum import read_gum, score

ROWS = [
    ("Anna", "PROPN", "NNP", "Entity=(1-person-new-n-cf1-1,2-coref"),
    ("Ruiz", "PROPN", "NNP", "Entity=1)"),
    ("met", "VERB", "VBD", "_"),
    ("the", "DET", "DT", "Entity=(2-organization-new-n-cf1-2-coref"),
    ("union", "NOUN", "NN", "Entity=2)|SpaceAfter=No"),
    (".", "PUNCT", ".", "_"),
    ("She", "PRON", "PRP", "Entity=(1-person-giv-n-cf1-1-ana)"),
    ("left", "VERB", "VBD", "_"),
    ("the", "DET", "DT", "Entity=(3-place-new-n-cf1-2-coref(1-person-giv-n-cf1-2-coref"),
    ("mayor", "NOUN", "NN", "Entity=1)"),
    ("hall", "NOUN", "NN", "Entity=3)|SpaceAfter=No"),
    (".", "PUNCT", ".", "_"),
]


@pytest.fixture
def document(tmp_path):
    lines = [
        "# newdoc id = d",
        "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity",
        "# newpar",
    ]
    lines += [
        f"{n}\t{form}\t_\t{upos}\t{xpos}\t_\t0\t_\t_\t{misc}" for n, (form, upos, xpos, misc) in enumerate(ROWS, 1)
    ]
    path = tmp_path / "d.conllu"
    path.write_text("\n".join(lines) + "\n")
    return read_gum(path)


def test_text_and_mentions(document):
    assert document.text.strip() == "Anna Ruiz met the union. She left the mayor hall."
    words = [(document.text[m.span.start : m.span.end], m.group, m.kind) for m in document.mentions]
    assert words == [
        ("Anna Ruiz", "1", "name"),
        ("the union", "2", "noun"),
        ("She", "1", "pronoun"),
        ("the mayor", "1", "noun"),
        ("the mayor hall", "3", "noun"),
    ]
    assert document.names() == {"1": ["Anna Ruiz"]}


def at(document, words):
    return document.text.index(words)


def test_right_wrong_and_no_name(document):
    she, mayor = at(document, "She"), at(document, "mayor")
    assert (
        str(score([document], [{she: "Anna Ruiz", mayor: "Karl Lund"}])["all"]) == "2 gold, right 50.0 %, wrong 50.0 %"
    )
    assert score([document], [{she: "Ruiz"}])["pronoun"].right == 1
    nothing = score([document], [{she: None}])["all"]
    assert (nothing.gold, nothing.right, nothing.wrong) == (2, 0, 0)


def test_other_conllu_is_an_error(tmp_path):
    (tmp_path / "x.conllu").write_text("1\tA\t_\tX\t_\t_\t0\t_\t_\t_\n")
    with pytest.raises(InputError, match="GUM"):
        read_gum(tmp_path / "x.conllu")
