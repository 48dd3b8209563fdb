from claimx.records import Span
from tests.attributions.discourse.make import read

TEXT = "Anna Ruiz said that she would write to the Harbour Board, which met in Tarn."


def test_mentions_stand_in_text_order_and_heads_lead_to_them():
    discourse = read(TEXT)
    heads = [mention.head for mention in discourse.mentions]
    assert [head.i for head in heads] == sorted(head.i for head in heads)
    assert all(discourse.by_head[mention.head.i] is mention for mention in discourse.mentions)
    assert discourse.before(heads[2]) == discourse.mentions[:2]


def test_who_is_named_inside_of_some_text():
    discourse = read(TEXT)
    names = {referent.name for referent in discourse.named_in([Span(TEXT.index("she"), len(TEXT))])}
    assert "Harbour Board" in names
    assert "Anna Ruiz" not in names


def test_titles_lead_to_the_person_they_stand_before():
    discourse = read("Yesterday referee Joel Aguilar stopped the match.")
    assert discourse.meant_by(discourse.doc[1]).name == "Joel Aguilar"
    assert discourse.titled_by(discourse.doc[1]).name == "Joel Aguilar"
    assert discourse.named_by(discourse.doc[1]) is None


def test_each_word_of_a_quotation_has_its_speaker():
    discourse = read("“I saw the whole thing,” Anna Ruiz said.")
    assert discourse.speaker_at(discourse.doc[1]).name == "Anna Ruiz"
    assert discourse.speaker_at(discourse.doc[-1]) is None
