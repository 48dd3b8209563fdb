from claimx.attributions.discourse.referents import Referent


def test_one_pronoun_alone_tells_no_gender():
    referent = Referent("person", "Quill")
    assert referent.told_gender is None
    referent.note_gender("f", 1)
    assert referent.told_gender is None
    referent.note_gender("f", 1)
    assert referent.told_gender == "f"
    referent.note_gender("m", 2)
    assert referent.told_gender is None
    referent.note_gender(None, 6)
    assert referent.told_gender is None
    referent.note_gender("m", 1)
    assert referent.told_gender == "m"
