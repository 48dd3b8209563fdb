"""What a source does with its words: speech act, stance, and the factuality of the content's main event.

Speech acts follow Searle (1976); polarity and certainty follow FactBank (Saurí & Pustejovsky 2009), read from the main
event's own words and from the cue. The rules for a cue are in ``reporting/cues.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from claimx.claims.hedges import event_hedges, weaker
from claimx.grammar import word_classes
from claimx.lexicons.cues import CueRow, cue_rows, said_in_vain
from claimx.lexicons.words import word_set
from claimx.records import Act, Certainty, Cue, Event, Hedge, Polarity, Reason, Span, Stance

#: Acts whose content is no assertion: nothing is said of its truth.
_OPEN_ACTS = frozenset({"directive", "interrogative"})
_STANCE_IF_NEGATED: dict[Stance, Stance] = {"affirm": "uncertain", "refute": "affirm", "uncertain": "uncertain"}
#: Words that open an indirect question, of which a factive cue presupposes nothing ("did not know who …").
_ASKING = word_set("wording/judging_words", "indirect_questions")
_BE = word_set("wording/judging_words", "forms_of_be")
_WORD = regex.compile(r"\w+")
_UNLISTED = CueRow(key="", pos=("verb",), act="unknown")
_NO_CUE = CueRow(key="", pos=("mark",), act="assertive")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Act, stance, polarity and certainty of one claim, the hedges behind them, and why."""

    act: Act
    stance: Stance
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Hedge, ...]
    reasons: tuple[Reason, ...]


def judge(
    cue: Cue | None,
    cue_event: Event | None,
    event: Event | None,
    *,
    sourced: bool = True,
    opening: str = "",
    asks: bool = False,
) -> Judgement:
    """Judge a claim by its cue and the content's main event.

    Args:
        cue: the reporting expression; None for the article's own assertions and for quotations that continue others.
        cue_event: the cue's predicate.
        event: the content's main event; None where it has none (positive and certain unless the cue says otherwise).
        sourced: whether the text says whose statement it is; a passive without a source is hearsay ("is said to be").
        opening: the content's first word.
        asks: whether it is an interviewer's question, which no cue tells.
    """
    row = _NO_CUE if cue is None else cue_rows().get(cue.lemma, _UNLISTED)
    name = "no-cue" if cue is None else f"cue:{cue.lemma}" if row is not _UNLISTED else "unlisted-cue"
    act, why_act = _act(row, event, name, opening.lower())
    if asks:
        act, why_act = "interrogative", Reason("act", "interviewer", "?")
    presupposes = row.factive and is_clause(event) and opening.lower() not in _ASKING
    stance, why_stance = _stance(row, cue_event, act, name, presupposes=presupposes)
    polarity, why_polarity = _polarity(event)
    hearsay = cue if not sourced and act == "assertive" and _is_passive(cue_event) else None
    certainty, hedges, why_certainty = _certainty(row, cue, cue_event, event, act, stance, hearsay)
    return Judgement(act, stance, polarity, certainty, hedges, (why_act, why_stance, why_polarity, why_certainty))


def is_infinitive(event: Event | None) -> bool:
    """Whether a content is an infinitive with "to"."""
    return event is not None and event.tense == "none" and "to" in event.auxiliaries


def is_clause(event: Event | None) -> bool:
    """Whether a content is a clause, so that a "that" before it joins and does not point."""
    return event is not None and (event.pos in word_classes.VERBS or event.tense != "none")


def is_proposed(event: Event | None, opening: str) -> bool:
    """Whether a content is a subjunctive or a gerund: "insisted that the dam be closed", "that he go", "closing it"."""
    if event is None or event.pos not in word_classes.VERBS or event.tense != "none" or event.imperative:
        return False
    is_bare = event.pos == word_classes.VERB and not event.auxiliaries
    is_subjunctive = is_bare or event.lemma == "be" or "be" in event.auxiliaries
    return "to" not in event.auxiliaries and (is_subjunctive or opening.endswith("ing"))


def _act(row: CueRow, event: Event | None, name: str, opening: str) -> tuple[Act, Reason]:
    said = said_in_vain(row.key, event.lemma) if event is not None and is_infinitive(event) else None
    if said is not None:
        return said.act, Reason("act", f"{name}+saying", said.key)
    if event is not None and event.question and row.act == "directive" and not is_infinitive(event):
        return "interrogative", Reason("act", f"{name}+question", "?")
    if row.infinitive_act and is_infinitive(event):
        return row.infinitive_act, Reason("act", f"{name}+infinitive", row.infinitive_act)
    if row.proposed_act and is_proposed(event, opening):
        return row.proposed_act, Reason("act", f"{name}+subjunctive", row.proposed_act)
    if row.nominal_act and not is_clause(event):
        return row.nominal_act, Reason("act", f"{name}+nominal", row.nominal_act)
    return row.act, Reason("act", name, row.act)


def _stance(row: CueRow, cue_event: Event | None, act: Act, name: str, *, presupposes: bool) -> tuple[Stance, Reason]:
    if act == "assertive" and row.act == "commissive":  # "declined to comment": nothing is said for or against
        return "uncertain", Reason("stance", f"{name}+saying", "uncertain")
    stance = "affirm" if act != row.act and row.stance == "uncertain" else row.stance
    if cue_event is not None and cue_event.negated:
        words = " ".join(word.text for word in cue_event.words)
        if presupposes:
            return "affirm", Reason("stance", f"{name}+factive", words)
        negated = row.negated or _STANCE_IF_NEGATED[stance]
        return negated, Reason("stance", f"{name}+negation", words)
    return stance, Reason("stance", name, stance)


def _polarity(event: Event | None) -> tuple[Polarity, Reason]:
    if event is None:
        return "positive", Reason("polarity", "no-event")
    turning = [hedge.text for row, hedge in event_hedges(event) if row.negative]
    negative = event.negated != (len(turning) % 2 == 1)
    detail = " ".join([event.lemma, *turning])
    return ("negative" if negative else "positive"), Reason("polarity", "negated" if negative else "plain", detail)


def _is_passive(cue_event: Event | None) -> bool:
    """Whether a cue is a participle after a form of "be": "are said", "has been accused"."""
    return cue_event is not None and cue_event.pos == word_classes.VERB and not _BE.isdisjoint(cue_event.auxiliaries)


def _certainty(
    row: CueRow,
    cue: Cue | None,
    cue_event: Event | None,
    event: Event | None,
    act: Act,
    stance: Stance,
    hearsay: Cue | None,
) -> tuple[Certainty, tuple[Hedge, ...], Reason]:
    """The lowest degree that the cue, the act and the event's own words leave, with the words behind it."""
    grounds: list[tuple[Certainty, str, Hedge | None]] = []
    if stance == "uncertain" or act in _OPEN_ACTS or (event is not None and (event.question or event.imperative)):
        grounds.append(("unknown", "open-content", None))
    if cue is not None and row.strength != "certain" and act == row.act:
        grounds.append((row.strength, "cue-strength", _cue_hedge(row, cue)))
    if hearsay is not None and len(hearsay.spans) == 1:
        grounds.append(("probable", "hearsay", Hedge(hearsay.text, hearsay.spans[0])))
    for source, what in ((cue_event, "cue-hedge"), (event, "hedge")):
        for hedge_row, hedge in event_hedges(source):
            if source is None or (source.negated and (what == "cue-hedge" or hedge_row.ability)):
                continue
            if hedge_row.certainty != "certain":
                grounds.append((hedge_row.certainty, what, hedge))
    certainty: Certainty = "certain"
    for degree, _, _ in grounds:
        certainty = weaker(certainty, degree)
    hedges = tuple(hedge for _, _, hedge in grounds if hedge is not None)
    rule = next((rule for degree, rule, _ in grounds if degree == certainty), "plain")
    return certainty, hedges, Reason("certainty", rule, " ".join(hedge.text for hedge in hedges))


def _cue_hedge(row: CueRow, cue: Cue) -> Hedge | None:
    """The cue's word as a hedge, where it weakens what it reports rather than asking for it or promising it."""
    if row.strength == "unknown" or row.act == "commissive" or len(cue.spans) != 1:
        return None
    start, end = cue.spans[0]
    words = _WORD.finditer(cue.text) if len(cue.text) == end - start else ()
    stem = cue.lemma[: max(3, len(cue.lemma.split()[0]) - 2)]
    for word in words:
        if word.group().lower().startswith(stem):
            return Hedge(word.group(), Span(start + word.start(), start + word.end()))
    return Hedge(cue.text, cue.spans[0])
