from claimx.pipeline import Extractor
from claimx.records import Article
from tests.marked import cases
from tests.together import over

EXTRACTOR = Extractor()


@over(cases("set_off"))
def test_words_that_are_set_off_have_their_speaker_and_no_more_than_they_are(case):
    claims = [claim for claim in EXTRACTOR.document(Article(case["text"])).claims if claim.form != "narrated"]
    if "never" in case:
        assert not any(case["never"] in claim.text for claim in claims)
        return
    [claim] = [claim for claim in claims if claim.text.rstrip(".!") == case["content"].rstrip(".!")]
    if "source" in case:
        assert case["source"] in ((claim.source.name, claim.source.text) if claim.source else (None,))
