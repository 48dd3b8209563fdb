import dataclasses

from claimx.records import Reason
from claimx.writers.explain import explain_document
from tests.make import document

EXPECTED = """\
news/a.txt: Mayor denies losses (2024-03-05), 2 claims

1. perhaps more than 300 homes, “a fairy tale”, had been lost in the so-called audit by March 2024
   at              {start}-{end}  <- id 00112233445566ff
   source          Mayor Ana Ruiz = Ana Ruiz (person, named)  <- full-name
   form            mixed  <- quoted-pieces: 1 of 12 words
   cue             told
   addressee       reporters
   medium          in a letter
   made            Monday
   act             assertive  <- cue-lexicon: tell
   stance          affirm
   polarity        positive
   certainty       possible
   hedges          perhaps
   loaded          so-called (so_called)
   checkworthiness 0.75
   confidence      0.80
   quantity        more than 300 homes = > 300 count of homes  <- count
   time            March 2024 = 2024-03 (anchor: publication)  <- weekday

2. The river rose
"""


def test_each_part_stands_with_its_rule():
    made = document()
    [span] = made.claims[0].spans
    text = "\n".join(explain_document(made))
    assert text.startswith(EXPECTED.format(start=span.start, end=span.end))


def test_warnings_and_reasons_for_other_parts_are_shown():
    made = document()
    first = dataclasses.replace(made.claims[0], reasons=(Reason("joined", "quotation-run", "2 sentences"),))
    made = dataclasses.replace(made, claims=(first,), warnings=("unclosed-quote: 17",))
    lines = [*explain_document(made)]
    assert lines[1] == "  note: unclosed-quote: 17"
    assert lines[-1] == "   joined            <- quotation-run: 2 sentences"
