"""Which statements are right: content by word F1, source by a shared word; and the figures that follow."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data import ROLES, Article, Attribution

Words = frozenset[int]
CONTENT_F1 = 0.8
_QUOTES = "\"“”„‟«»″'‘’`"
SPEECH = re.compile(r"\b(say|says|said|saying|tell|tells|told|telling)\b|according to", re.I)


@dataclass(frozen=True)
class Pair:
    """A gold statement (its number) and what the system has for it, if anything: right, strictly right."""

    gold: int
    system: int
    content: bool
    right: bool
    strict: bool


class Reader:
    """Turns ranges of one text into the words they touch, as numbers."""

    def __init__(self, text: str) -> None:
        """Find the words and punctuation marks of the text."""
        tokens = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
        self._starts, self._ends = ([t[i] for t in tokens] for i in (0, 1))
        self._spoken = [bool(re.match(r"\w", text[s])) for s, _ in tokens]

    def words(self, ranges: Sequence[tuple[int, int]]) -> Words:
        """The words in some ranges; punctuation counts only where there is nothing else."""
        inside = {i for s, e in ranges for i in range(bisect_right(self._ends, s), bisect_left(self._starts, e))}
        return frozenset(i for i in inside if self._spoken[i]) or frozenset(inside)

    def roles(self, attribution: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, Words]:
        """The words of each role."""
        return {role: self.words(attribution[role]) for role in ROLES}


def compare(g: Sequence[Mapping[str, Words]], s: Sequence[Mapping[str, Words]]) -> list[Pair]:
    """Pair gold and system statements one to one, greedily by the F1 of their contents' words."""
    options = []
    for i, a in enumerate(g):
        for j, b in enumerate(s):
            if both := len(a["content"] & b["content"]):
                options.append((-2 * both / (len(a["content"]) + len(b["content"])), i, j))
    pairs: list[Pair] = []
    used_gold, used_system = set(), set()
    for minus, i, j in sorted(options):
        if i not in used_gold and j not in used_system:
            used_gold.add(i)
            used_system.add(j)
            a, b = g[i], s[j]
            content = -minus >= CONTENT_F1
            source = bool(a["source"] & b["source"]) or not (a["source"] or b["source"])
            pairs.append(Pair(i, j, content, content and source, all(a[role] == b[role] for role in ROLES)))
    return pairs


def form_of(text: str, content: Sequence[tuple[int, int]]) -> str:
    """Direct (begins and ends with a mark), mixed (has one) or indirect."""
    words = " ".join(text[s:e] for s, e in content)
    core = " ".join(words.split()).rstrip(".,;:!?- —–")
    if len(core) > 1 and core[0] in _QUOTES and core[-1] in _QUOTES:
        return "direct"
    return "mixed" if re.search(r"[“”\"«»]|''|``", words) else "indirect"


def figures(articles: Sequence[Article], system: Sequence[Sequence[Attribution]]) -> dict[str, float]:
    """Precision, recall and F1 of who-said-what and the rest, and recall by form, publisher and slice, in percent."""
    n: Counter[str] = Counter()
    for article, found in zip(articles, system, strict=True):
        gold = article.annotations[0]
        reader = Reader(article.text)
        sides = [[reader.roles(a) for a in side] for side in (gold, found)]
        pairs = {p.gold: p for p in compare(*sides)}
        n["system"] += len(found)
        for number, attribution in enumerate(gold):
            form = form_of(article.text, attribution["content"])
            cue = " ".join(article.text[s:e] for s, e in attribution["cue"])
            slices = ["all", form, f"publisher {article.stem.partition('_')[0]}"]
            if form == "direct" or SPEECH.search(cue):
                slices.append("speech")
            pair = pairs.get(number)
            for name in slices:
                n[f"gold {name}"] += 1
                n[f"right {name}"] += pair is not None and pair.right
            if pair:
                n["content"] += pair.content
                n["strict"] += pair.strict
    out = {}
    total = n["system"] + n["gold all"]
    out["who_said_what_f1"] = 200 * n["right all"] / total
    out["precision"] = 100 * n["right all"] / max(n["system"], 1)
    out["strict_f1"] = 200 * n["strict"] / total
    out["content_f1"] = 200 * n["content"] / total
    out["source_right_where_content_is"] = 100 * n["right all"] / max(n["content"], 1)
    for name in sorted(key.removeprefix("gold ") for key in n if key.startswith("gold ")):
        out[f"recall {name}"] = 100 * n[f"right {name}"] / n[f"gold {name}"]
    return {name: round(value, 2) for name, value in out.items()} | {"statements": n["gold all"], "found": n["system"]}
