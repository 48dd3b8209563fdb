import pytest

from benchmarks.gum import read_gum, score
from claimx.errors import InputError

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


def written(tmp_path, rows, name="e"):
    """A document of one sentence; a row is number, form, UPOS, XPOS, head, relation, MISC."""
    head = "# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n# newpar\n"
    lines = [
        f"{n}\t{form}\t_\t{upos}\t{xpos}\t_\t{to}\t{rel}\t_\t{misc}" for n, form, upos, xpos, to, rel, misc in rows
    ]
    path = tmp_path / f"{name}.conllu"
    path.write_text(head + "\n".join(lines) + "\n")
    return read_gum(path)


def test_the_words_of_a_multiword_token_stand_together(tmp_path):
    rows = [
        ("1-2", "Ruiz's", "_", "_", "_", "_", "_"),
        (1, "Ruiz", "PROPN", "NNP", 3, "nmod:poss", "Entity=(1-person-new-n-cf1-1-coref)"),
        (2, "'s", "PART", "POS", 1, "case", "_"),
        (3, "dog", "NOUN", "NN", 0, "root", "_"),
        ("4-5", "didn't", "_", "_", "_", "_", "SpaceAfter=No"),
        (4, "did", "AUX", "VBD", 3, "dep", "_"),
        (5, "n't", "PART", "RB", 3, "dep", "_"),
        (6, ".", "PUNCT", ".", 3, "punct", "_"),
    ]
    document = written(tmp_path, rows)
    assert document.text == "Ruiz's dog didn't. "
    assert [document.text[m.span.start : m.span.end] for m in document.mentions] == ["Ruiz"]


def test_a_mention_is_a_name_by_its_head_not_by_a_name_inside(tmp_path):
    rows = [
        (1, "a", "DET", "DT", 2, "det", "Entity=(1-person-new-n-cf1-2,4-coref"),
        (2, "friend", "NOUN", "NN", 0, "root", "_"),
        (3, "of", "ADP", "IN", 4, "case", "_"),
        (4, "Kenya", "PROPN", "NNP", 2, "nmod", "Entity=(2-place-new-n-cf1-1-coref)1)"),
        (5, "the", "DET", "DT", 6, "det", "Entity=(3-person-new-n-cf1-2,3-coref"),
        (6, "surgeon", "NOUN", "NN", 2, "conj", "_"),
        (7, "Ada", "PROPN", "NNP", 6, "appos", "Entity=3)"),
    ]
    document = written(tmp_path, rows)
    assert [(document.text[m.head.start : m.head.end], m.kind) for m in document.mentions] == [
        ("friend", "noun"),
        ("Kenya", "name"),
        ("surgeon", "name"),
    ]


@pytest.mark.parametrize(
    ("name", "gold", "right"),
    [
        ("Ada Holm and Karl Lund", "both Holm and Lund", 1),
        ("Ada Holm and Karl Holm", "the Holms", 1),
        ("Ada Holm and Karl Lund", "the Holms", 0),
        ("Ada Holm and Karl Lund", "Holm and Said", 0),
        ("Ada Holm", "Ada Holm, the mayor of Tarn", 1),
    ],
)
def test_names_of_several_are_compared_person_by_person(tmp_path, name, gold, right):
    words = gold.split()
    rows = [
        (n, word, "PROPN", "NNP", 0 if n == 1 else 1, "root" if n == 1 else "flat", "_")
        for n, word in enumerate(words, 1)
    ]
    rows[0] = (*rows[0][:6], f"Entity=(1-person-new-n-cf1-1-coref{')' if len(words) == 1 else ''}")
    if len(words) > 1:
        rows[-1] = (*rows[-1][:6], "Entity=1)")
    rows.append((len(words) + 1, "They", "PRON", "PRP", 1, "dep", "Entity=(1-person-giv-n-cf1-1-ana)"))
    document = written(tmp_path, rows)
    assert score([document], [{document.text.index("They"): name}])["pronoun"].right == right
