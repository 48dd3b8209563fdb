"""Names of bodies of all continents, made anew for each training text: agencies, parties, firms, papers, teams, groups.

They are put together from English parts (``world_words``) and from those of other languages (``native_words.json``),
since bodies are called in the language of their country even where news is in English. Whole names are not to be
learned by heart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from world_names import Names, People, Person, made_of

NATIVE = Path(__file__).with_name("native_words.json")
#: Where a locale's bodies are called in which languages of ``native_words.json``; elsewhere in any of them.
LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "az": ("azerbaijani",), "cs": ("czech",), "da": ("danish",), "de_AT": ("austrian",), "de_CH": ("swiss",),
    "de": ("german",), "en_GB": ("welsh", "scottish_gaelic"), "en_IE": ("irish",), "en_IN": ("hindi", "tamil"),
    "en_KE": ("swahili",), "en_NG": ("hausa", "yoruba", "igbo"), "en_NZ": ("maori", "samoan"), "en_PK": ("urdu",),
    "en_TH": ("thai",), "en_US": ("native_american_english", "hawaiian"), "es_AR": ("argentine",),
    "es_CA": ("catalan",), "es_CL": ("andean",), "es_CO": ("andean",), "es_MX": ("mexican",),
    "es": ("spanish", "galician", "basque"), "et": ("estonian",), "fi": ("finnish",), "fr_BE": ("belgian_french",),
    "fr_DZ": ("maghreb",), "fr": ("french", "west_african_french"), "ga": ("irish",), "ha": ("hausa",),
    "hr": ("croatian",), "hu": ("hungarian",), "id": ("indonesian",), "ig": ("igbo",), "is": ("icelandic",),
    "it": ("italian",), "ja": ("japanese",), "lt": ("lithuanian",), "lv": ("latvian",), "nl_BE": ("flemish",),
    "nl": ("dutch",), "no": ("norwegian",), "pt_BR": ("brazilian",), "pt": ("portuguese",), "ro": ("romanian",),
    "sk": ("slovak",), "sl": ("slovene",), "sv": ("swedish",), "sw": ("swahili",), "tr": ("turkish",),
    "tw": ("akan",), "uz": ("kazakh",), "vi": ("vietnamese",), "yo": ("yoruba",), "zh_TW": ("taiwanese",),
    "zh": ("chinese", "hongkong"), "zu": ("zulu", "xhosa"),
}  # fmt: skip


#: Languages in which the surname comes first.
SURNAME_FIRST = frozenset(
    ("chinese", "taiwanese", "hongkong", "korean", "japanese", "vietnamese", "khmer", "hungarian", "mongolian")
)


@cache
def native() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Parts of names of bodies, by language and what they are part of."""
    parts: Mapping[str, Mapping[str, Sequence[str]]] = json.loads(NATIVE.read_text(encoding="utf-8"))
    return parts


class WorldNames(Names):
    """Makes names of bodies, too."""

    def __post_init__(self) -> None:
        super().__post_init__()
        own = LANGUAGES.get(self.locale) or LANGUAGES.get(self.locale.partition("_")[0])
        self.language = self.dice.choice(own or sorted(native()))

    def native(self, kind: str) -> str:
        """A name or a part of one in the language of the text's country, at times of another."""
        language = self.language if self.often(0.8) else self.dice.choice(sorted(native()))
        shape = self.dice.choice(native()[language][kind])
        return shape.replace("{town}", self.town()).replace("{surname}", self.surname())

    def pool(self) -> tuple[People, bool, bool]:
        """Names of the text's country, or of the language that its bodies are called in."""
        if self.often(0.4):
            return super().pool()
        own = native()[self.language]
        return People(tuple(own["first_names"]), tuple(own["last_names"])), self.language in SURNAME_FIRST, False

    def person(self) -> Person:
        """A person, at times one with a name of a shape that is not usual elsewhere."""
        if not self.often(0.08):
            return super().person()
        whole = self.dice.choice(native()[self.language]["whole_names"])
        return Person(whole, whole.split(" ")[-1] if self.often(0.5) else whole)

    def title(self) -> str:
        """A title before a person's name."""
        return self.dice.choice(native()[self.language]["titles"])

    def town(self) -> str:
        """A town or village, at times one that sounds like others of the country."""
        return self.dice.choice(native()[self.language]["towns"]) if self.often(0.15) else super().town()

    def surname(self) -> str:
        """A surname."""
        return self.person().short.split(" ")[-1]

    def coined(self) -> str:
        """A body's coined name or abbreviation."""
        shapes = (
            lambda: self.word("coined_starts") + self.word("coined_ends"),
            lambda: self.word("coined_starts") + self.word("coined_ends").capitalize(),
            lambda: self.made_up()[:4] + self.word("coined_ends"),
            lambda: "".join(self.dice.choice("ABCDEFGHIKLMNOPRSTUV") for _ in range(self.dice.choice((3, 4, 4, 5)))),
            self.made_up,
        )
        return self.dice.choice(shapes)()

    def english_name(self) -> str:
        """Words of English that are a name only by their use."""
        start = self.word("work_adjectives") if self.often(0.2) else self.word("plain_starts")
        shapes = (
            lambda: f"{start} {self.word('plain_ends')}",
            lambda: f"{start} {self.word('plain_ends')}",
            lambda: f"{start} {self.word('plain_starts')} {self.word('trades')}",
            lambda: f"{start}{self.word('plain_starts').lower()} {self.word('trades')}",
            lambda: f"{start}{self.word('plain_starts').lower()} {self.word('plain_ends')}",
            lambda: f"{start}{self.word('plain_starts').lower()}",
        )
        return self.dice.choice(shapes)()

    def topic(self) -> str:
        """What a body is for: one or two words."""
        one = self.word("topics")
        return one if self.often(0.6) else f"{one} {'and' if self.often(0.8) else '&'} {self.word('topics')}"

    def body(self) -> str:
        """A public body, union, association, charity."""
        throw = self.dice.random()
        if throw < 0.35:
            return self.native("agencies")
        if throw < 0.42:
            return self.coined()
        return self._english_body()

    def _english_body(self) -> str:
        town = self.town()
        land = self.country() if self.often(0.5) else self.people()
        shapes: tuple[Callable[[], str], ...] = (
            lambda: f"{land} {self.topic()} {self.word('body_nouns')}",
            lambda: f"{self.word('body_adjectives')} {self.topic()} {self.word('body_nouns')}",
            lambda: f"{town} {self.word('body_nouns')}",
            lambda: f"{town} {self.topic()} {self.word('body_nouns')}",
            lambda: f"{town} {self.word('local_bodies')}",
            lambda: f"{self.word('of_bodies')} of {self.topic()}",
            lambda: f"{self.word('of_bodies')} of {self.word('workers')} of {land}",
            lambda: f"{self.word('of_groups')} {self.word('workers')} of {town}",
            lambda: f"{self.word('of_groups')} of {self.word('plain_starts')} {self.word('workers')}",
            lambda: f"{land} {self.word('workers')}’ {self.word('body_nouns')}",
            lambda: f"{self.word('workers')}' {self.word('body_nouns')}",
            lambda: f"{self.word('workers')} for {self.word('causes')}",
            lambda: f"{self.word('causes')} {self.word('body_nouns')}",
            lambda: f"{self.word('foreign_bodies')} {self.made_up() if self.often(0.5) else town}",
            self.school,
        )
        return self.dice.choice(shapes)()

    def school(self) -> str:
        """A university, a school, an institute."""
        shapes = (
            lambda: f"University of {self.town()}",
            lambda: f"{self.town()} {self.word('schools')}",
            lambda: f"{self.made_up()} {self.word('schools')}",
            lambda: f"{self.person().full} {self.word('schools')}",
        )
        return self.dice.choice(shapes)()

    def group(self) -> str:
        """A campaign group, a movement, an armed group, a tribe."""
        shapes = (
            lambda: self.native("groups"),
            lambda: self.native("groups"),
            self.english_name,
            lambda: f"{self.word('of_groups')} of {self.town()}",
            lambda: f"{self.word('of_groups')} of the {self.made_up()} {self.word('landscapes')}",
            lambda: f"{self.word('workers')} {self.dice.choice(('Against', 'for', 'of'))} {self.topic()}",
            lambda: f"{self.town()} {self.word('causes')} {self.word('party_nouns')}",
        )
        return self.dice.choice(shapes)()

    def party(self) -> str:
        """A political party."""
        shapes = (
            lambda: f"{self.word('party_adjectives')} {self.word('party_nouns')}",
            lambda: f"{self.word('party_adjectives')} {self.word('party_middles')} {self.word('party_nouns')}",
            lambda: f"{self.country()} {self.word('party_middles')} {self.word('party_nouns')}",
            lambda: f"{self.word('foreign_parties')} {self.word('foreign_parties')}",
            lambda: f"{self.word('foreign_parties')} {self.made_up()}",
            lambda: f"{self.made_up()} {self.word('party_nouns')}",
            lambda: self.native("groups"),
        )
        return self.dice.choice(shapes)()

    def firm(self) -> str:
        """A firm."""
        throw = self.dice.random()
        start = made_of(self.dice, (self.made_up, self.surname, self.town, lambda: self.word("firm_starts")))
        if throw < 0.22:
            return f"{start} {self.native('firm_ends')}"
        if throw < 0.34:
            return f"{self.native('firm_starts')} {start}"
        if throw < 0.5:
            return self.coined() if self.often(0.4) else self.english_name()
        return self._english_firm(start)

    def _english_firm(self, start: str) -> str:
        trade = self.word("trades")
        shapes = (
            lambda: f"{start} {trade}",
            lambda: f"{start} {trade} {self.word('legal_forms')}",
            lambda: f"{start} {self.word('legal_forms')}",
            lambda: f"{start} {self.word('firm_nouns')}",
            lambda: f"{self.word('legal_openings')} {start} {trade}",
            lambda: f"{self.surname()} & {self.surname()}",
            self.made_up,
            lambda: f"{self.word('foreign_firms')} {start}",
        )
        return self.dice.choice(shapes)()

    def paper(self) -> str:
        """A newspaper, agency or broadcaster."""
        town = made_of(self.dice, (self.town, self.country, self.made_up))
        shapes = (
            lambda: self.native("papers"),
            lambda: self.native("papers"),
            lambda: f"{town} {self.word('papers')}",
            lambda: f"{town} {self.word('papers')}",
            lambda: f"{self.word('paper_openings')} {self.word('papers')}",
            lambda: f"{self.word('foreign_papers')} {self.made_up()}",
            lambda: f"{self.word('foreign_papers')} {town}",
            lambda: f"Radio {town}",
            lambda: f"{self.word('plain_starts')} {self.word('journals')}",
            lambda: f"{town} {self.word('channels')}",
            lambda: f"{self.made_up()} {self.word('channels')}",
        )
        return self.dice.choice(shapes)()

    def club(self) -> str:
        """A team, at times by its town's name alone."""
        town = made_of(self.dice, (self.town, self.town, self.made_up, self.country))
        throw = self.dice.random()
        if throw < 0.3:
            return town
        if throw < 0.7:
            return f"{town} {self.word('clubs')}"
        if throw < 0.8:
            return self.native("groups")
        return f"{self.word('club_openings')} {town}"

    def law(self) -> str:
        """A law, a treaty."""
        return f"{self.topic()} {self.word('laws')}"
