"""What is mended in the model's statements where the parse knows better. Face: ``correct``, ``CORRECTIONS``."""

from __future__ import annotations

from collections.abc import Callable

from claimx.attributions.corrections.contents import (
    from_the_quotation_on,
    with_the_figures_tail,
    within_the_noun_clause,
    without_addressee,
    without_another_report,
    without_the_authors_name_for_it,
)
from claimx.attributions.corrections.cues import as_feared, as_hearsay, with_its_preposition, with_its_verb
from claimx.attributions.corrections.endings import (
    before_another_clause,
    with_the_links_end,
    with_the_report_around,
)
from claimx.attributions.corrections.openings import (
    from_the_subject_on,
    with_fronted_phrase,
    with_passive_subject,
    with_relative_pronoun,
    with_subject_before,
    without_the_paper,
    without_who_is_asked,
)
from claimx.attributions.corrections.reported import of_the_document, without_who_reports
from claimx.attributions.corrections.sources import (
    of_the_one_quoted,
    of_who_urges,
    with_shared_subject,
    with_subject,
    within_a_paragraph,
    without_fronted_clause,
    without_loose_end,
    without_relative_pronoun,
    without_set_off_phrase,
)
from claimx.attributions.statement import Statement
from claimx.reading import Reading
from claimx.text.spans import overlap

__all__ = ["CORRECTIONS", "Correction", "correct"]

#: A statement and the article that it stands in, to the statement mended, or as it was.
Correction = Callable[[Statement, Reading], Statement]

#: In the order in which they are applied; each is for one kind of mistake, which its docstring shows.
CORRECTIONS: tuple[Correction, ...] = (
    with_its_verb,
    of_the_document,
    without_who_reports,
    with_subject,
    with_shared_subject,
    of_the_one_quoted,
    of_who_urges,
    without_fronted_clause,
    without_set_off_phrase,
    within_the_noun_clause,
    without_who_is_asked,
    without_addressee,
    without_the_paper,
    from_the_subject_on,
    with_the_report_around,
    before_another_clause,
    without_another_report,
    from_the_quotation_on,
    with_fronted_phrase,
    with_passive_subject,
    with_its_preposition,
    with_subject_before,
    with_relative_pronoun,
    as_feared,
    as_hearsay,
    with_the_figures_tail,
    with_the_links_end,
    without_the_authors_name_for_it,
    without_relative_pronoun,
    within_a_paragraph,
    without_loose_end,
)


def correct(statement: Statement, reading: Reading) -> Statement:
    """Apply each correction in turn; one that would leave no content changes nothing."""
    for correction in CORRECTIONS:
        mended = correction(statement, reading)
        if mended.content and not overlap(mended.content, (*mended.cue, *mended.source)):
            statement = mended
    return statement
