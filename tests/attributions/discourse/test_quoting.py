from claimx.articles.quotations import find_quotations
from claimx.attributions.discourse.quoting import quotation_speakers, quoted_rows
from tests.parsing import body, parse_alone


def words(doc, rows):
    return " ".join(doc[row].text for row in rows if doc[row].is_alpha)


def test_each_token_of_a_quotation_leads_to_its_speaker():
    text = "“It rains in the hills,” Ruiz said. The “hills” are low."
    doc, quotations = parse_alone(text), find_quotations(text, body(text))
    quoted = quoted_rows(doc, quotations)
    speakers = quotation_speakers(doc, quotations, quoted)
    assert words(doc, sorted(quoted)) == "It rains in the hills hills"
    assert words(doc, speakers) == "It rains in the hills"
    assert {speaker.text for speaker in speakers.values()} == {"Ruiz"}
