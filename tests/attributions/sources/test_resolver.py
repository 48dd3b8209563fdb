import pytest

from claimx.attributions.sources import resolve_sources
from claimx.attributions.statement import Statement
from claimx.records import Span
from tests.attributions.discourse.make import read
from tests.marked import cases

CASES = cases("sources")


def span(text, words, near=None):
    start = text.rindex(words) if near is None else text.index(words, near)
    return Span(start, start + len(words))


def spoken(source, cue, content):
    return Statement(source, cue, content, 1.0)


def statement(text, source, cue, content=""):
    where = (span(text, source),) if source else ()
    return spoken(where, (span(text, cue),), (span(text, content),) if content else ())


@pytest.mark.parametrize("case", CASES, ids=[case.get("why") or case["text"] for case in CASES])
def test_a_source_is_resolved(case):
    discourse = read(case["text"])
    (found,) = resolve_sources(discourse, [statement(case["text"], case["source"], case["cue"])])
    assert (found.name, found.type, found.mention) == (case["name"], case["type"], case["mention"])


def test_he_after_two_men_is_the_one_who_speaks():
    text = "Karl Lund met Omar Said. “We agreed,” Said said. “It is good,” he added."
    discourse = read(text)
    first = spoken((span(text, "Said", 25),), (span(text, "said"),), (span(text, "“We agreed,”"),))
    second = spoken((span(text, "he added")._replace(end=text.index("he added") + 2),), (span(text, "added"),), ())
    assert [s.name for s in resolve_sources(discourse, [first, second])] == ["Omar Said", "Omar Said"]


def test_he_in_what_another_reports_is_not_who_speaks_later():
    text = (
        "The driver slept at the wheel. “We shouted at him. He said it was early,” Ada Holm recalled. "
        "Officer Bexa Norvik denied that roads were shut."
    )
    outer = statement(text, "Ada Holm", "recalled", text[text.index("“") : text.index("”") + 1])
    later = statement(text, "Bexa Norvik", "denied", "roads were shut")
    inner = statement(text, "He", "said", "it was early")
    assert [s.name for s in resolve_sources(read(text), [outer, later, inner])] == ["Ada Holm", "Bexa Norvik", None]


def test_the_first_person_in_a_quotation_is_its_speaker():
    text = "“I said that it would rain,” Dana Ruiz recalled."
    discourse = read(text)
    outer = statement(text, "Dana Ruiz", "recalled", "“I said that it would rain,”")
    inner = spoken((span(text, "I", 0),), (span(text, "said"),), (span(text, "that it would rain"),))
    found = resolve_sources(discourse, [outer, inner])
    assert (found[1].name, found[1].mention) == ("Dana Ruiz", "pronominal")


def test_a_document_named_in_a_reporting_clause_is_its_sources():
    text = "Dana Ruiz said in a memo that costs rose. The memo warned that more was to come."
    discourse = read(text)
    first = spoken((span(text, "Dana Ruiz"),), (span(text, "said in a memo"),), (span(text, "that costs rose"),))
    second = statement(text, "The memo", "warned", "that more was to come")
    found = resolve_sources(discourse, [first, second])
    assert (found[1].name, found[1].type) == ("Dana Ruiz", "document")


def test_no_source_gives_none():
    text = "It was reportedly raining."
    discourse = read(text)
    assert resolve_sources(discourse, [statement(text, "", "reportedly")]) == [None]
    assert resolve_sources(discourse, []) == []


def test_entity_and_words_of_the_source_are_kept():
    text = "The Tana\u00a0Institute said no. It said more."
    discourse = read(text)
    one = spoken((span(text, "The Tana\u00a0Institute"),), (span(text, "said", 0),), ())
    (found,) = resolve_sources(discourse, [one])
    assert (found.text, found.entity, found.rule) == ("The Tana Institute", next(iter(discourse.named)), "name")


def test_all_who_speak_together_are_told():
    text = "Dana Ruiz and Omar Pell said that it rained."
    discourse = read(text)
    (found,) = resolve_sources(discourse, [statement(text, "Dana Ruiz and Omar Pell", "said")])
    assert (found.name, found.entity) == ("Dana Ruiz and Omar Pell", None)
    assert [discourse.named[entity].name for entity in found.entities] == ["Dana Ruiz", "Omar Pell"]


def test_he_is_who_said_it_and_not_whom_he_spoke_of():
    text = "Olu Balogun said that Femi Ojo was hiding. He pities Ojo, he added."
    discourse = read(text)
    first = statement(text, "Olu Balogun", "said", "that Femi Ojo was hiding")
    second = spoken((span(text, "he"),), (span(text, "added"),), (span(text, "pities"),))
    assert resolve_sources(discourse, [first, second])[1].name == "Olu Balogun"


@pytest.mark.parametrize(
    ("text", "relative", "name"),
    [
        ("Joe Marsh, the mayor's brother, who denied it, was freed.", "who", "Joe Marsh"),
        ("The strike was called by the Fishers' League, which said pay was low.", "which", "Fishers' League"),
    ],
)
def test_who_and_which_are_what_they_can_be(text, relative, name):
    cue = "denied" if relative == "who" else "said"
    (found,) = resolve_sources(read(text), [statement(text, relative, cue)])
    assert found.name == name


def test_they_after_several_are_these():
    text = "“It will stand,” said Ministers Carla Voss of Arden and Peter Holm of Norland. “It is new,” they added."
    listed = statement(text, "Ministers Carla Voss of Arden and Peter Holm of Norland", "said", "“It will stand,”")
    found = resolve_sources(read(text), [listed, statement(text, "they", "added", "“It is new,”")])
    assert [source.name for source in found] == ["Carla Voss and Peter Holm"] * 2
    assert len(found[1].entities) == 2


def test_they_are_others_who_were_spoken_of_since():
    text = "Ida Lorn and Pim Oster agreed that it rained. The farmers blocked the road. They said prices were low."
    both = statement(text, "Ida Lorn and Pim Oster", "agreed", "it rained")
    found = resolve_sources(read(text), [both, statement(text, "They", "said", "prices were low")])
    assert [source.name for source in found] == ["Ida Lorn and Pim Oster", None]


def test_who_is_spoken_of_by_what_is_hers_is_meant_rather_than_who_spoke_before():
    text = "Mara Tull said that it was bad. Ada Holm's fate is unclear, but she said that she would lead."
    first = statement(text, "Mara Tull", "said", "that it was bad")
    second = spoken(
        (span(text, "she", text.index("but")),), (span(text, "said"),), (span(text, "that she would lead"),)
    )
    assert [source.name for source in resolve_sources(read(text), [first, second])] == ["Mara Tull", "Ada Holm"]


def test_who_but_denied_it_speaks_next():
    text = "Captain Omar Said said it had burnt, but the mayor, Karl Lund, denied it. “Nothing burnt,” he added."
    discourse = read(text)
    first = statement(text, "Captain Omar Said", "said", "it had burnt")
    second = statement(text, "he", "added", "“Nothing burnt,”")
    assert [source.name for source in resolve_sources(discourse, [first, second])] == ["Omar Said", "Karl Lund"]


def test_she_said_inside_of_a_report_is_who_reports():
    text = "Ada Lund wept. Ida Sorn told the court of mails in which, she said, a clerk had lied."
    discourse = read(text)
    first = statement(text, "Ada Lund", "wept", "")
    second = statement(text, "she", "said,", "a clerk had lied")
    assert [source.name for source in resolve_sources(discourse, [first, second])][1] == "Ida Sorn"


def test_he_is_not_she_of_the_sentence_before():
    text = "Rafe Dunn met Noor Petty. Petty had said that she was late. He added that it was over."
    discourse = read(text)
    assert [source.name for source in resolve_sources(discourse, [statement(text, "He", "added")])] == ["Rafe Dunn"]


def test_nobody_quoted_calls_himself_he():
    text = "Omvula Said came. “My mother was right. She says I took them,” the herder, Omvula Said, explained."
    outer = statement(text, "the herder, Omvula Said,", "explained", "“My mother was right. She says I took them,”")
    inner = spoken((span(text, "She"),), (span(text, "says"),), (span(text, "I took them"),))
    assert [source.name for source in resolve_sources(read(text), [outer, inner])] == ["Omvula Said", None]


def test_two_that_lie_in_one_another_are_both_resolved():
    text = "“He says she says no,” Karl Lund added."
    first = spoken((span(text, "He"),), (span(text, "says", 0),), (span(text, "she says no"),))
    second = spoken((span(text, "she"),), (span(text, "says", 10),), (span(text, "He says"),))
    assert len(resolve_sources(read(text), [first, second])) == 2


def test_a_source_that_stands_partly_outside_of_what_is_reported_is_resolved():
    text = "Ada Holm says “it works”. Our tests show that bees sleep."
    outer = spoken((span(text, "Ada Holm"),), (span(text, "says"),), (span(text, "“it works”"),))
    inside = spoken((span(text, "“"), span(text, "Our tests")), (span(text, "show"),), (span(text, "that bees sleep"),))
    assert len(resolve_sources(read(text), [outer, inside])) == 2
