"""Short news texts about all parts of the world, put together while training, with the names in them marked.

The sentences are written for this; each text has its own people, places and bodies (``world_names``). They show the
tagger what the news of one country does not: villages, clubs and firms that it cannot know, in sentences that tell what
they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from world_names import Names

#: Labels that are right for what a slot holds.
LABELS: Mapping[str, tuple[str, ...]] = {
    "person": ("PERSON",), "town": ("GPE",), "country": ("GPE",), "people": ("NORP",), "body": ("ORG",),
    "party": ("ORG",), "firm": ("ORG",), "paper": ("ORG",), "club": ("ORG",), "site": ("FAC",),
    "landscape": ("LOC", "GPE"), "event": ("EVENT",), "award": ("WORK_OF_ART", "EVENT"), "work": ("WORK_OF_ART",),
    "product": ("PRODUCT",), "law": ("LAW",),
}  # fmt: skip
_SLOT = re.compile(r"\{(\w)(\w*?)(\d?)\}")
_KINDS: Mapping[str, str] = {
    "T": "town", "C": "country", "N": "people", "B": "body", "Y": "party", "F": "firm", "M": "paper", "S": "club",
    "X": "site", "L": "landscape", "E": "event", "A": "award", "W": "work", "D": "product", "R": "law",
}  # fmt: skip
#: Numbers and days, of which nothing is learned here.
_UNSURE = re.compile(
    r"\b(?:\w*day\b|(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|[\d.,-]*\d\w*)"
)

#: A capital is what a slot holds (``_KINDS``); p, q, r are persons by their full names, ps, qs, rs as they are called
#: later; a digit tells a second one of a kind.
PARAGRAPHS = """
{p} was elected mayor of {T} with 54 percent of the vote. {ps}, a teacher, ran for {Y}.
The {B} will send inspectors to {T}, {T2} and {T3}, its spokeswoman, {p}, said. “Nobody has asked us,” {ps} said.
{S} lost 3-1 to {S2} at {X} on Saturday, their fifth defeat in a row. {p} got the only goal before half-time.
{p} joined {S} from {S2} for a fee of 2 million. The {N} midfielder, 22, had played for {S3} on loan.
Shares of {F} fell 4 percent after {F2} said it would not bid. {F} makes tyres in {T} and {T2}.
{M} reported that {p}, chief executive of {F}, had been questioned. A lawyer for {ps} did not return calls.
A landslide buried 12 houses in {T}, a village in the {L}, killing {p}, 34, and her two sons.
Rescuers from the {B} reached {T} on Tuesday. “The whole of {T2} is under water,” said {p}, who sells maize there.
{p} of {C} won the {E} in {T}, ahead of {q} of {C2}. {qs} had led until the last lap.
The {N} government has banned {M}, whose editor {p} lives in {T}.
{p}’s {W} took the {A}; {q}’s {W2} was second. The jury met in {T}.
{p} and {q}, of the {B}, told {M} that {Y} had bought votes in {T}.
{Y} leader {p} said that talks with {Y2} had failed. {ps} blamed {q}, the former {C} envoy.
{C} and {C2} signed the {R} in {T}. {N} officials had asked for more time, {p} of the {B} said.
The {D} left {T} with 40 people on board, the {B} said. It was last seen near {L}.
{p}, who heads {F}, said its plant in {T} would build the {D} from June.
{B}: {p} has been named as its new director.
Police at {X} in {T} arrested {p}, a {N} national, with two kilos of heroin. {ps} had flown in from {T2}.
“I was born in {T},” said {p}, a {N} fisherman. “My father came from {T2}, my mother from {C}.”
{p}, imam of a mosque in {T}, said that {q} had never prayed there. {qs}, 19, came from {T2}.
In {T}, {p} and her sister {q} have opened a school for {N} girls.
{p} told the {B} that {q} had shot at the crowd near {X}. {qs}’s lawyer called {ps} a liar.
{S} coach {p} has dropped captain {q} for the match against {S2}. “{qs} is not fit,” {ps} said.
{S} play at home to {S2} on Sunday and then visit {S3}.
She scored 30 goals for {S} and {S2} before she retired. {p}, now 41, coaches girls in {T}.
{S} captain {p} scored from a free kick, but {S2} levelled through {q}.
Tickets for {S} against {S2} are sold at {X}.
The {E} begins in {T} on March 3. {p}, its founder, expects guests from {C}, {C2} and {C3}.
{E} winner {p} will not go to {T}.
{p} returned to {T} after eleven years in {C}. {ps} had been sentenced for insulting {q}.
The militia took {T} and {T2}, north of the {L}, residents said. The {B} confirmed the loss of {T}.
Shells fell on {T}, {T2} and {T3}, regional chief {p} said.
The road from {T} to {T2} was cut by floods, {M} said. Boats brought rice to {T3}.
People in {T} district want the {L} dredged.
Doctors at {X} in {T} said that {p} was out of danger.
{F}, based in {T}, will buy {F2} for $300 million. {p}, an analyst at {F3}, called the price high.
{F} chairman {p} denied that the company owed {F2} money.
Analysts at {F} expect {C} to cut rates. “{C2} will follow,” {p} said.
{F} and {F2} will build a solar park near {T} with a loan from the {B}.
{F} said {p} would take over from {q} as finance chief.
The drug, sold as {D} by {F}, has been withdrawn in {C}.
{F} sold 9,000 of its {D} pickups last year.
{p} drove a {D} to {T}.
{p}, lecturer at the {B}, says {N} voters distrust {Y}.
According to {p} of the {B}, half of the {N} speakers in {T} have left.
The {B} sued the {B2} over the {R}.
Members of the {B} and of the {B2} marched to {X}.
The {B} ({T} branch) has 200 members, {p} said.
{p} wrote in {M} that {C} had no plan. {ps}’s column was read out in parliament by {q} of {Y}.
{M} and {M2} both apologised to {p}.
“{p} is a friend of {C},” {q} told {M}. “{ps} always was.”
{p} sang songs from {W} at {X}. Her new album, {W2}, is out on Friday.
The film {W}, shot in {T} by {N} director {p}, opens the {E}.
{p} played the doctor in “{W}” and a thief in “{W2}”.
{T}, {M} – {p} has resigned as governor. {ps} will be replaced by {q}.
{T}: Farmers in {T2} have blocked the road to {C}.
{T} Mayor {p} met {C} President {q} on Monday. {qs} flew on to {T2}.
Foreign Minister {p} said {C} would recall its envoy. Prime Minister {q} agreed with {ps}.
Governor {p} and Senator {q} opened {X}.
Judge {p} freed {q}. Prosecutor {r} will appeal.
Dr. {p} and Prof. {q} tested the water of {L}.
Gen. {p}, who led the coup in {C}, died in {T}. {ps} was 80.
Sheikh {p} urged {N} tribes to leave {T}.
Father {p} buried the dead of {T}. “{T} is empty now,” the priest said.
Captain {p} and his crew were freed off {L}.
Opposition leader {p} was barred from {T}. {Y} called for a strike.
{Y} candidate {p} trails {q} of {Y2} by 3 points.
{Y}’s {p} said the {R} should go. {q}, of {Y2}, laughed.
{Y} has 12 seats in the assembly, {Y2} nine and {Y3} four.
Supporters of {Y} burned tyres in {T}.
{p} defected from {Y} to {Y2}.
MPs of {Y} and {Y2} voted against the {R}.
The {N} community in {T} has asked {p} for help.
{N} and {N2} elders met in {T} under {p}.
{N} soldiers crossed the {L} at night, said {p}, a {N2} officer.
{p}, a {N} poet, reads from {W} tonight.
Many {N} fled {C}. {N2} families took them in.
{p} (right) and {q} at {X} in {T}. Picture: {r}
By {p} in {T}
{p}, {T}
By {p} and {q}
{M} correspondent {p} was beaten in {T}.
{p} climbed {L} in May. The 27-year-old from {T} carried no oxygen.
A quake shook {L} and was felt in {T} and {C}.
The {L} bursts its banks every year, {p} of the {B} said.
{E} killed 16 people in {C}. In {T}, {p} lost his roof.
{p} lost to {q} 6-4, 6-2 in the second round of the {E}.
{p}, {q} and {r} will run for {C} in the relay.
{C} drew with {C2} in {T}. {p} missed a penalty for {C}.
{C} beat {C2} by four wickets. {p} took 5-31 and {q} made 70.
{p} leads the {N} squad. {S} have five players in it.
{p}’s brother {q} works for {F} in {T}. Neither {ps} nor {qs} could be reached.
{p}’s wife, {q}, told {M} that police had searched their house in {T}.
Asked about {p}, {q} said: “Ask {Y}.”
{ps} had promised the {B} a new hall. “{ps} lied,” said {q}.
{p} AND {q} MEET IN {T}
{p} quits {Y} over {R}
{S} sign {p} from {S2}
{F} to close {T} plant
{C} expels {M} reporter
{B} rejects {p} bid
{p}: We will not leave {T}
Storm kills 4 in {T}
{p} thanked {F}, {F2} and the {B}.
The prize money comes from {F}; the {A} has been given since 1990. Past winners are {p} and {q}.
{p} received the {A} at {X}.
Under the {R}, {N} herders may use {L}.
The {R} of 1998 made {T} the capital of {C}.
The {B} said {D} pills from {F} had killed three children in {T}.
{F}’s {p} and {F2}’s {q} shook hands in {T}.
{p} used to be {F}’s man in {C}.
{X} was built by {F} for the {E}.
{X} in {T} is named after {p}’s grandfather.
{X} will be shut until {p} of the {B} has seen it.
A bomb went off at {X}, near {T}, wounding {p}, a {M} photographer.
The group, {B}, has offices in {T} and {T2}.
The charity {B} said {p} was in {C}.
The party, {Y}, was founded in {T} by {p}.
The newspaper {M} and the broadcaster {M2} gave other figures.
The airline {F} flies from {T} to {T2}.
The village of {T}, the town of {T2} and the province of {T3} have no doctor.
The rebels hold {T} and {L}. {p}, their leader, was seen in {C}.
{p} went from {T} via {T2} to {C}.
Residents of {T} and nearby {T2} blame {F}.
{p} is in {T}. {q} is in {T2}. Nobody is in {T3}.
{T} is cold in winter. {p} keeps goats there.
In {C}, {p} says, {F} is everywhere.
From {T} came {p}; from {C}, {q}.
{T} and {T2} were spared, the {B} said.
{F} is owned by {p} and the {N} state.
{p}, 54, of {T}, was charged with fraud. {q}, 30, of no fixed address, was let go.
{p} said {q} said {r} knew.
The court heard how {p} met {q} at {X}. {ps} then drove to {T}.
{p} won a scholarship of the {B}. He studies in {T}.
{p} studied at the {B} and at the {B2} in {T}.
{p} served in the {B} until 2004.
{B} chief {p}, {B2} head {q} and {F} boss {r} were invited.
{p} was deputy head of the {B}. {ps} now leads {Y}.
The {B} and {F} disagree about {D}.
The {D} was built by {F} in {T}.
{C}’s {B} has approved {D}.
{C}'s {p} and {C2}'s {q} will meet at the {E}.
{T}’s {X} is closed. So is {T2}’s.
"""


class Made(NamedTuple):
    """A text, the names in it with the labels that are right, and words of which nothing is known."""

    text: str
    spans: list[tuple[int, int, tuple[str, ...]]]
    unsure: list[tuple[int, int]]


def make(dice: random.Random, paragraphs: int = 6) -> Made:
    """Put some paragraphs together, about people and places of one country for the most part."""
    names = Names(dice)
    made = Made("", [], [])
    shapes = [line for line in PARAGRAPHS.splitlines() if line]
    text = ""
    for _ in range(paragraphs):
        text = _filled(dice.choice(shapes), names, text, made.spans) + "\n"
    made.unsure.extend(match.span() for match in _UNSURE.finditer(text) if _is_free(match.span(), made))
    return made._replace(text=text.rstrip("\n"))


def _is_free(span: tuple[int, int], made: Made) -> bool:
    return not any(start < span[1] and span[0] < end for start, end, _ in made.spans)


def _filled(shape: str, names: Names, text: str, spans: list[tuple[int, int, tuple[str, ...]]]) -> str:
    """A text with a shape behind it, its slots filled and their spans noted."""
    makers: Mapping[str, Callable[[], str]] = {slot: getattr(names, kind) for slot, kind in _KINDS.items()}
    people = {letter: names.person() for letter in "pqr"}
    given: dict[str, str] = {}
    at = 0
    for match in _SLOT.finditer(shape):
        slot, later, _ = match.groups()
        text += shape[at : match.start()]
        if slot in people:
            value, kind = people[slot].short if later else people[slot].full, "person"
        else:
            kind = _KINDS[slot]
            value = given.setdefault(match.group(), makers[slot]())
        start = len(text)
        text += value
        skipped = len("The ") if value.startswith("The ") else 0
        spans.append((start + skipped, len(text), LABELS[kind]))
        at = match.end()
    return text + shape[at:]
