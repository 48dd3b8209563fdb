"""The reporting cues that claimx knows, by lemma: ``reporting/cues.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimx.lexicons.loader import load
from claimx.lexicons.words import word_set
from claimx.records import Act, Certainty, Stance

CuePos = Literal["verb", "noun", "adjective", "adposition", "adverb", "mark"]
Frame = Literal["clause", "np", "addressee", "naming", "object", "figure", "preposition"]


@dataclass(frozen=True, slots=True)
class CueRow:
    """A reporting cue.

    ``act`` is its speech act after Searle (1976), ``infinitive_act`` the one it has before an infinitive ("told them
    to leave"), ``proposed_act`` before a subjunctive or gerund ("insisted that they be freed"), ``nominal_act`` where
    the content is no clause ("concern over the raids"). ``stance`` is the source's stance to the content, ``negated``
    the stance where the cue is negated.
    ``strength`` is the certainty (FactBank's scale) that the cue alone gives the content; ``factive`` cues presuppose a
    that-clause even where they are negated ("did not know that"; Kiparsky & Kiparsky 1970).
    ``frames`` are the constructions it stands in: a that-clause or quotation (``clause``), a noun phrase (``np``), an
    ``addressee`` as object ("told reporters"), a second object or an "as" that names the first ("called it a gift":
    ``naming``), an object that is always what is said ("ruled out a merger": ``object``), an object and the figure that
    is put on it ("put the toll at nine": ``figure``), or an object behind the row's own preposition, that is what is
    said ("pressed for a truce": ``preposition``). Of a verb that takes an
    ``only_clause`` and nothing else, one without "that" is the content, too ("have long maintained he fell").
    """

    key: str
    pos: tuple[CuePos, ...]
    act: Act
    infinitive_act: Act | None = None
    proposed_act: Act | None = None
    nominal_act: Act | None = None
    stance: Stance = "affirm"
    negated: Stance | None = None
    strength: Certainty = "certain"
    factive: bool = False
    frames: tuple[Frame, ...] = ()
    only_clause: bool = False


def cue_rows() -> dict[str, CueRow]:
    """All cues under their lemmas."""
    return load("reporting/cues", CueRow)


def cue_words(key: str) -> frozenset[str]:
    """A set of words that rules for reporting clauses ask for, by its key in ``reporting/words.toml``."""
    return word_set("reporting/words", key)


def said_in_vain(lemma: str, infinitive: str) -> CueRow | None:
    """The row of the verb of saying that somebody declines or refuses: of "comment" in "declined to comment".

    Args:
        lemma: the cue's.
        infinitive: the lemma of the verb that it governs.
    """
    row, said = cue_rows().get(lemma), cue_rows().get(infinitive)
    is_unwilling = row is not None and row.act == "commissive" and row.stance != "affirm"
    return said if is_unwilling and said is not None and said.act == "assertive" and "verb" in said.pos else None


def is_saying(lemma: str) -> bool:
    """Whether a verb puts a clause into somebody's mouth ("say", "announce", "deny")."""
    row = cue_rows().get(lemma)
    return row is not None and row.act == "assertive" and "verb" in row.pos and "clause" in row.frames
