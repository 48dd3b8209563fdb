"""A parsed article and its names go in; whom each of its names, nouns and pronouns means comes out, as data."""

from claimx.attributions.discourse.ages import of_told_age
from claimx.attributions.discourse.announced import is_called_alike
from claimx.attributions.discourse.bodies_by_words import name_by_words
from claimx.attributions.discourse.called_again import may_be_called_again, tells_standing
from claimx.attributions.discourse.definiteness import is_unrestricted
from claimx.attributions.discourse.descriptions import nouns_beside
from claimx.attributions.discourse.discourse import Discourse
from claimx.attributions.discourse.groups import joined_names, those_called
from claimx.attributions.discourse.introductions import introduced, introduced_body
from claimx.attributions.discourse.persons import resolve_anybody, resolve_by_general_noun
from claimx.attributions.discourse.pronouns import are_they, asked_by, can_be_they, can_mean, resolve_pronoun
from claimx.attributions.discourse.referents import BY_TITLE, Kind, Mention, Referent
from claimx.attributions.discourse.resolving import read_discourse
from claimx.attributions.discourse.told import told_to_be

__all__ = [
    "BY_TITLE",
    "Discourse",
    "Kind",
    "Mention",
    "Referent",
    "are_they",
    "asked_by",
    "can_be_they",
    "can_mean",
    "introduced",
    "introduced_body",
    "is_called_alike",
    "is_unrestricted",
    "joined_names",
    "may_be_called_again",
    "name_by_words",
    "nouns_beside",
    "of_told_age",
    "read_discourse",
    "resolve_anybody",
    "resolve_by_general_noun",
    "resolve_pronoun",
    "tells_standing",
    "those_called",
    "told_to_be",
]
