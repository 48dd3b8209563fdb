"""Puts other names into texts, so that the name tagger goes by how a name is used and not by which one it is.

News of one country holds one country's names. The names here are common ones of other languages, written by hand from
general knowledge; places are made from syllables, so that no list is learned by heart.
"""

from __future__ import annotations

import random
from collections.abc import Sequence


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words("""
Ahmad Omar Khaled Yusuf Mahmoud Tariq Nasser Bashir Layla Amal Huda Rania Samira Farid Walid Jamal Hassan Mehdi
Reza Hossein Javad Zahra Maryam Ali Abbas Mohsen Kazem Esmail Ibrahim Mustafa Kemal Emre Ayşe Fatma Elif Hakan
Dmitry Sergei Igor Oleg Maria Svetlana Natalya Vladimir Andrei Yuri Mykola Oksana Taras Bohdan Wei Jing Li Ming
Hua Xiaoming Yong Lei Fang Jun Haruto Yuki Kenji Naoko Min-jun Seo-yeon Ji-hoon Hye-jin Raj Priya Anil Sunita
Vikram Narendra Imran Asif Bilawal Nguyen Thi Minh Linh Somchai Budi Siti Agus Jose Luis Miguel Rosa Carmen
Nicolás Delcy Alejandro Lucía Tereza João Thiago Ngozi Chinedu Amina Kwame Kofi Abena Thabo Sipho Wanjiru Otieno
Abiy Haile Selam Giulia Marco Lorenzo Pierre Camille Étienne Jürgen Katrin Ulrike Lars Ingrid Mette Piotr
Agnieszka Zoltán Ilona Ana Will May Mark Grace Hope Rose Drew Chase So He An Art Bill Rob Sue Pat Dawn Iris Earl
Dean Faith Joy Guy Miles
""")
LAST = _words("""
al-Masri al-Hariri Haddad Khoury Nasrallah al-Shami Darwish Qasim Mansour al-Jaafari Mekdad Zarif Rouhani
Ghalibaf Kanaani Araghchi Shamkhani Yılmaz Demir Kaya Çelik Akar Erdem Ivanov Petrov Konashenkov Ryabkov Peskov
Nebenzya Lavrova Shevchenko Kovalenko Bondarenko Wang Zhang Zhao Chunying Wenbin Liu Chen Huang Tanaka Suzuki
Sato Kim Park Choi Kang Jeong Singh Sharma Patel Gupta Reddy Khan Malik Bhutto Chaudhry Tran Pham Hoang Santos
Widodo Suharto Rodríguez García Fernández Cabello Padrino Díaz Silva Oliveira Costa Okafor Adeyemi Mensah Owusu
Mbeki Dlamini Kamau Odhiambo Tesfaye Bekele Rossi Bianchi Moretti Dupont Lefèvre Moreau Müller Schneider Weber
Larsen Nilsson Kowalski Nowak Szabó Horváth Popescu Ionescu Novák Svoboda Papadopoulos Haugen Virtanen Byrne
Doyle Murray Pryce Lake Field Banks Rivers Stone Marsh Hill Church Wood Bush Price Law Bishop Major Noble Day
Power
""")
_START = _words("""
Al Bar Dar Kal Mar Tel Qar Zel Sar Vol Kra Nov Bel Ust Gor Tash Ker Han Shi Xin Nan Mat Kir Lon Tam Ros Wel Ash
Bren
""")
_MIDDLE = _words("""
a e i o u ar en ov in ala eri om usa ing an
""")
_END = _words("""
bad abad sk grad ovo stan pur ville ton ford by stad heim ra qah iya in ang zhou yama moto lund mouth wick
""")
_BODY = _words("""
Ak Ber Cor Del Est Fin Gal Hor Int Jov Kor Lum Mer Nor Oph Pel Rad Sol Tri Ver
""")


def _place(dice: random.Random) -> str:
    return dice.choice(_START) + dice.choice(_MIDDLE) + dice.choice(_END)


_BODY_END = _words("x ia tek is on press news bank")


def _body(dice: random.Random) -> str:
    return dice.choice(_BODY) + dice.choice(_MIDDLE) + dice.choice(_BODY_END)


class Swapper:
    """Replaces some names of a text, each by the same name throughout."""

    def __call__(
        self,
        text: str,
        spans: Sequence[tuple[int, int, tuple[str, ...]]],
        unsure: Sequence[tuple[int, int]],
        dice: random.Random,
    ) -> tuple[str, tuple[tuple[int, int, tuple[str, ...]], ...], tuple[tuple[int, int], ...]]:
        """Give the text with other names, with the spans and the unsure words where they stand in it."""
        given: dict[str, str] = {}
        changes: list[tuple[int, int, str]] = []
        for start, end, labels in sorted(spans):
            other = self._other(text[start:end], labels, given, dice)
            if other is not None and (not changes or changes[-1][1] <= start):
                changes.append((start, end, other))
        pieces, at, shifts = [], 0, []
        for start, end, other in changes:
            pieces += [text[at:start], other]
            at = end
            shifts.append((end, len(other) - (end - start)))
        pieces.append(text[at:])

        def moved(start: int, end: int) -> tuple[int, int]:
            before = sum(shift for until, shift in shifts if until <= start)
            return start + before, end + sum(shift for until, shift in shifts if until <= end)

        return (
            "".join(pieces),
            tuple((*moved(s, e), labels) for s, e, labels in sorted(spans)),
            tuple(moved(s, e) for s, e in unsure),
        )

    def _other(self, name: str, labels: tuple[str, ...], given: dict[str, str], dice: random.Random) -> str | None:
        """Another name for one of the same kind; null for those that are kept."""
        words = name.split()
        if labels == ("PERSON",) and len(words) <= 3:
            for word in words:
                given.setdefault(
                    word, dice.choice(LAST if word is words[-1] else FIRST) if dice.random() < 0.9 else word
                )
            return " ".join(given[word] for word in words)
        if len(words) > 1 or not set(labels) <= {"ORG", "GPE", "LOC", "FAC"} or name.isupper():
            return None
        if name not in given:
            keep = dice.random() < 0.6  # countries and cities that everyone knows are to be known
            given[name] = name if keep else _body(dice) if labels == ("ORG",) else _place(dice)
        return given[name]
