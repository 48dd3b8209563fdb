"""Who said what: claims against attributions marked by hand.

Tokens are runs of letters and digits, and single marks. "token" figures count all tokens of a role; the others look at
words only, so that a comma or a quotation mark makes no difference. All are micro-averages over the articles.

- token: the tokens that stand in a role of any attribution.
- exact: the roles whose words are all and only those of one in the gold.
- overlap: how much of each span is covered by the other side's (Johansson & Moschitti 2010).
- who-said-what: pairs matched one to one by the F1 of their contents' words; right at 0.8 or more if the sources share
  a word or both are empty. "content" leaves the source aside, "strict" wants all three roles equal.
- source overlaps, source equal: of the pairs with contents at 0.8 or more, those whose sources share a word, or all.

Columns: precision, recall, F1 (for the last two rows one share), and recall (or the share) for direct contents, that is
those between quotation marks, and for the rest.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from claimx.evaluation.gold import ROLES, GoldArticle, Roles, read_gold
from claimx.evaluation.matching import ENOUGH, Item, Text, Tokens, paired, pairs
from claimx.evaluation.report import PRF, Report, ratio
from claimx.records import Article, Claim, Document, Span

_MARKS = frozenset("\"“”„‟«»″'‘’`")
_AFTER_MARKS = ".,!?;: -—–"
_KINDS = ("all", "direct", "rest")

Kinds = Sequence[tuple[str, str]]  # of each gold attribution: all, and direct or rest


class Reader(Protocol):
    """What reads articles into documents: ``claimx.Extractor``."""

    def pipe(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Read a stream of articles, in order."""


def evaluate(gold: Path, extractor: Reader, *, found: Path | None = None) -> Report:
    """Run an extractor over gold articles and measure its claims.

    Args:
        gold: a folder in PolNeAR's layout, or a file of our own format (docs/gold.md).
        extractor: what reads the articles.
        found: a file to write what was found to, in our own format without the texts.

    Raises:
        InputError: the gold cannot be read.
    """
    articles = read_gold(gold)
    documents = extractor.pipe(Article(article.text, id=article.id) for article in articles)
    system = {
        document.doc.id: [as_roles(claim) for claim in document.claims if _counts(claim, article)]
        for article, document in zip(articles, documents, strict=True)
    }
    if found is not None:
        lines = (json.dumps({"doc": doc, "attributions": [_plain(a) for a in roles]}) for doc, roles in system.items())
        found.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return score(articles, system)


def _counts(claim: Claim, gold: GoldArticle) -> bool:
    """Whether a claim is one that the gold marks: somebody's, and not reported inside of another, or these, too."""
    return claim.form != "narrated" and (claim.parent is None or gold.has_inner)


def as_roles(claim: Claim) -> Roles:
    """The spans of a claim's source, cue and content."""
    source, cue = claim.source, claim.cue
    return Roles(source.spans if source else (), cue.spans if cue else (), claim.spans)


def _plain(roles: Roles) -> dict[str, list[list[int]]]:
    return {role: [list(span) for span in getattr(roles, role)] for role in ROLES}


def score(articles: Sequence[GoldArticle], system: Mapping[str, Sequence[Roles]]) -> Report:
    """Measure attributions, given by the article's id, against gold articles."""
    tally = _Tally()
    for article in articles:
        found = system.get(article.id, ())
        tally.add(article, judged(article, found) if article.is_partial else found)
    gold, count = tally.gold, int(tally.n["found"])
    read = "1 article" if len(articles) == 1 else f"{len(articles)} articles"
    ticked = [article for article in articles if article.is_partial]
    told = f"{read}, {gold['all']} attributions ({gold['direct']} direct), {count} found"
    return Report("attributions", tally.rows(), (told, *_still_found(ticked, system)))


def _still_found(articles: Sequence[GoldArticle], system: Mapping[str, Sequence[Roles]]) -> Iterator[str]:
    """How many ticked claims are found, in words: right ones with their source, wrong ones as they were."""
    right = wrong = of_right = of_wrong = 0
    for article in articles:
        of_right, of_wrong = of_right + len(article.attributions), of_wrong + len(article.wrong)
        text, found = Text(article.text), system.get(article.id, ())
        right += sum(pair.f1 >= ENOUGH and pair.sources_meet for pair in pairs(article, found))
        as_found = [text.item(roles).words for roles in found]
        wrong += sum(text.item(roles).words in as_found for roles in article.wrong)
    if articles:
        yield f"{right} of {of_right} ticked right are found, {wrong} of {of_wrong} ticked wrong still are"


def judged(article: GoldArticle, found: Sequence[Roles]) -> list[Roles]:
    """Of what was found in an article of which only some was judged, what is known to be right or wrong.

    That is what has the content of one that is right, whoever its source is, and what equals one that is wrong in all
    of its roles.
    """
    text = Text(article.text)
    items = [text.item(roles) for roles in found]
    wrong = [text.item(roles).words for roles in article.wrong]
    right = {pair.found for pair in pairs(article, found) if pair.f1 >= ENOUGH}
    return [roles for at, roles in enumerate(found) if at in right or items[at].words in wrong]


@dataclass
class _Tally:
    """Sums over articles; ``gold`` counts attributions, ``n`` everything else by (what, role or row, kind or side)."""

    gold: Counter[str] = field(default_factory=Counter)
    n: defaultdict[object, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, article: GoldArticle, found: Sequence[Roles]) -> None:
        """Count one article."""
        text = Text(article.text)
        gold = [text.item(roles) for roles in article.attributions]
        system = [text.item(roles) for roles in found]
        kinds = [("all", "direct" if is_direct(article.text, r.content) else "rest") for r in article.attributions]
        self.n["found"] += len(system)
        for pair in kinds:
            self.gold.update(pair)
        for role in ROLES:
            self._add_tokens(role, gold, system, kinds)
            self._add_spans(role, gold, system, kinds)
        self._add_pairs(gold, system, kinds)

    def _add_tokens(self, role: str, gold: Sequence[Item], system: Sequence[Item], kinds: Kinds) -> None:
        given = _union(item.full[role] for item in system)
        self.n["token", role, "given"] += len(given)
        for kind in _KINDS:
            wanted = _union(item.full[role] for item, of in zip(gold, kinds, strict=True) if kind in of)
            self.n["token", role, "gold", kind] += len(wanted)
            self.n["token", role, "right", kind] += len(wanted & given)

    def _add_spans(self, role: str, gold: Sequence[Item], system: Sequence[Item], kinds: Kinds) -> None:
        wanted_anywhere = _union(item.words[role] for item in gold)
        given_anywhere = _union(item.words[role] for item in system)
        given = [item.words[role] for item in system if item.words[role]]
        self.n["span", role, "given"] += len(given)
        self.n["overlap", role, "given"] += sum(ratio(len(t & wanted_anywhere), len(t)) for t in given)
        unused = Counter(given)
        for item, of in zip(gold, kinds, strict=True):
            wanted = item.words[role]
            if not wanted:
                continue
            is_exact = unused[wanted] > 0
            unused[wanted] -= int(is_exact)
            for kind in of:
                self.n["span", role, "gold", kind] += 1
                self.n["exact", role, kind] += int(is_exact)
                self.n["overlap", role, "gold", kind] += len(wanted & given_anywhere) / len(wanted)

    def _add_pairs(self, gold: Sequence[Item], system: Sequence[Item], kinds: Kinds) -> None:
        for pair in paired(gold, system):
            is_match = pair.f1 >= ENOUGH
            for kind in kinds[pair.gold]:
                self.n["strict", kind] += int(pair.is_equal)
                self.n["content", kind] += int(is_match)
                self.n["who-said-what", kind] += int(is_match and pair.sources_meet)
                self.n["source equal", kind] += int(is_match and pair.sources_are_equal)

    def rows(self) -> dict[str, dict[str, float]]:
        """The figures, by row and column."""
        n, rows = self.n, dict[str, dict[str, float]]()
        for role in ROLES:
            right = [n["token", role, "right", kind] for kind in _KINDS]
            rows[f"token {role}"] = _row(right[0], n["token", role, "given"], right, self._of("token", role))
        for role in ROLES:
            right = [n["exact", role, kind] for kind in _KINDS]
            rows[f"exact {role}"] = _row(right[0], n["span", role, "given"], right, self._of("span", role))
        for role in ROLES:
            right = [n["overlap", role, "gold", kind] for kind in _KINDS]
            rows[f"overlap {role}"] = _row(
                n["overlap", role, "given"], n["span", role, "given"], right, self._of("span", role)
            )
        for name in ("who-said-what", "content", "strict"):
            right = [n[name, kind] for kind in _KINDS]
            rows[name] = _row(right[0], n["found"], right, [self.gold[kind] for kind in _KINDS])
        for name, counted in (("source overlaps", "who-said-what"), ("source equal", "source equal")):
            shares = [ratio(n[counted, kind], n["content", kind]) for kind in _KINDS]
            rows[name] = dict(zip(("share", "R direct", "R rest"), shares, strict=True))
        return rows

    def _of(self, what: str, role: str) -> list[float]:
        return [self.n[what, role, "gold", kind] for kind in _KINDS]


def _row(right_given: float, given: float, right: Sequence[float], gold: Sequence[float]) -> dict[str, float]:
    whole, direct, rest = (ratio(part, of) for part, of in zip(right, gold, strict=True))
    return PRF(ratio(right_given, given), whole).columns() | {"R direct": direct, "R rest": rest}


def _union(sets: Iterable[Tokens]) -> Tokens:
    return frozenset().union(*sets)


def is_direct(text: str, content: Sequence[Span]) -> bool:
    """Whether a content begins and ends with a quotation mark, closing punctuation aside."""
    words = " ".join(" ".join(text[start:end] for start, end in content).split()).rstrip(_AFTER_MARKS)
    return len(words) > 1 and words[0] in _MARKS and words[-1] in _MARKS
