"""What the rules for quantities are worth, on NewsQuant and on our own cases.

    python -m benchmarks.ablate_quantities [--shared FOLDER] [--page FILE]

Each rule is switched off alone. A cell tells by how many quantities of NewsQuant value, unit and change are then fewer
(+, the rule brings them) or more (−), and how many of our own cases fail. Texts are parsed once.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.newsquant import is_counted, read_gold, score, to_newsquant
from benchmarks.sets import ROOT
from benchmarks.switches import Part, nothing
from claimx.errors import ClaimxError
from claimx.mentions import find_mentions
from claimx.mentions.quantities import (
    accounting,
    ages,
    bounds,
    changes,
    ellipses,
    excluded_by_context,
    excluded_by_form,
    finder,
    house_numbers,
    implied,
    measured,
    measures,
    ranges,
    rates,
    unit_senses,
)
from claimx.mentions.quantities.counted import Counted
from claimx.pipeline import Extractor
from claimx.reading import Reading
from claimx.records import Article, Quantity

BEGIN, END = (
    "<!-- the table of quantities, by python -m benchmarks.ablate_quantities --page docs/rules.md -->\n",
    "<!-- end of the table of quantities -->\n",
)
CASES = ROOT / "tests" / "cases" / "quantities.jsonl"
_FIGURES = ("value", "value+unit", "value+change")


class Texts(NamedTuple):
    """Texts that are read, with what is wanted in each."""

    readings: list[Reading]
    wanted: list[Any]


def second(_: object, *given: Any) -> Any:  # noqa: ANN401 - what any function was given
    """What is left of the answer of what mends its second argument."""
    return given[1]


def none_counted(*_: object) -> Counted:
    """What is left of the answer of what looks for things that are counted or measured."""
    return Counted()


def no_trend(*_: object) -> None:
    """What is left of the answer of what looks for a change or a bound."""


def parts() -> list[Part]:
    """The rules, in the order in which they are asked."""
    return [
        Part("numbers", "implied", '"fell a dollar", "a quarter-point cut"', implied.find_implied, nothing),
        Part("numbers", "accounting", '"(3.1)%", "($4.7) million"', accounting.bracketed, nothing),
        Part("numbers", "polls", '"57-38 per cent"', measures._side_of_a_poll, nothing),
        Part("numbers", "heights", "6'2\"", measures._feet_and_inches, nothing),
        Part("numbers", "one or more", '"a month or two"', measures._one_or_more, nothing),
        Part("numbers", "millions", '"2.5m sales and 74m"', finder._after_millions, nothing),
        Part("excluded", "forms", "dates, clocks, scores, identifiers", excluded_by_form.rejected_until, nothing),
        Part("excluded", "scores", '"won 3-1"', excluded_by_form.score_until, nothing),
        Part("excluded", "lists", '"(1) the vote was void and (2) …"', excluded_by_form._is_listed, nothing),
        Part("excluded", "house numbers", '"4120 W. River Road"', house_numbers.house_number, nothing),
        Part("excluded", "names", '"Boeing 737", "part 3"', excluded_by_context.is_named, nothing),
        Part("excluded", "years", '"the 1984 fire"', excluded_by_context.is_year, nothing),
        Part("excluded", "pronouns", '"this one"', excluded_by_context.is_pronoun, nothing),
        Part("units", "ages", '"Maria Lopez, 45, said"', ages.with_age, second),
        Part("units", "senses", '"5 points ahead" in a poll', unit_senses.sense, lambda _, read, *__: read),
        Part("units", "ranges", '"5 to 7 per cent"', ranges.join, second),
        Part("units", "rows", '"2, 3 and 4 per cent"', ranges.share_unit, second),
        Part("units", "rates of counts", '"3,000 tests per day"', rates.count_per, nothing),
        Part("units", "rates in adjectives", '"a $900 monthly rent"', rates.told_rate, nothing),
        Part("units", "ellipses", '"rose 4 points to 812"', ellipses.with_shared, second),
        Part("bounds", "closing", '"two per cent at most"', bounds.closing_bound, no_trend),
        Part("changes", "particle", '"up 4 per cent"', changes._by_particle, no_trend),
        Part("changes", "verb before", '"rose 4 per cent"', changes._by_verb, no_trend),
        Part("changes", "governing verb", '"was cut, after a vote, by 4 per cent"', changes._by_head, no_trend),
        Part("changes", "level", '"rose to $5"', changes._level, no_trend),
        Part("changes", "noun", '"a drop of 4 per cent"', changes._by_noun, no_trend),
        Part("of", "measured", '"revenue of $5m"', measured.find_measured, none_counted),
        Part("of", "totals", '"the number of nurses rose to 500"', measured.find_totalled, none_counted),
        Part("of", "right before", '"drugs worth $5m", "the tunnel 900 metres"', measured.right_before, nothing),
    ]


def read(texts: Sequence[str], wanted: Sequence[Any]) -> Texts:
    """Read the texts, each parsed and read by the network once."""
    extractor = Extractor()
    return Texts([extractor.read(Article(text, id=str(i))) for i, text in enumerate(texts)], list(wanted))


def found(texts: Texts) -> list[Sequence[Quantity]]:
    """The quantities of each text by the rules as they are now."""
    return [find_mentions(reading).quantities for reading in texts.readings]


def hits(gold: Texts, quantities: Sequence[Sequence[Quantity]]) -> list[int]:
    """How many of NewsQuant's quantities have the right value, the right unit, the right change."""
    report = score(gold.wanted, quantities)
    wanted = sum(len(sentence["quantities"]) for sentence in gold.wanted)
    return [round(report[name]["R"] * wanted) for name in _FIGURES]


def extra(quantities: Sequence[Sequence[Quantity]]) -> int:
    """How many quantities there are in NewsQuant's layout."""
    return sum(to_newsquant(q) is not None for some in quantities for q in some if is_counted(q))


def failing(cases: Texts, quantities: Sequence[Sequence[Quantity]]) -> int:
    """How many of our own cases are not as they are wanted."""
    return sum(not _as_wanted(want["quantities"], got) for want, got in zip(cases.wanted, quantities, strict=True))


def _as_wanted(wanted: Sequence[dict[str, Any]], got: Sequence[Quantity]) -> bool:
    told = [
        {"text": q.text, "value": q.value, "high": q.high, "bound": q.bound, "unit": q.unit, "change": q.change}
        | {"of": q.of and q.of.text, "per": q.per and q.per.unit}
        for q in got
    ]
    return len(told) == len(wanted) and all(
        all(mine[key] == value for key, value in want.items() if key in mine)
        for mine, want in zip(told, wanted, strict=True)
    )


def measure(gold: Texts, cases: Texts) -> list[str]:
    """A line of the table for each rule."""
    whole, whole_cases = found(gold), failing(cases, found(cases))
    right, many = hits(gold, whole), extra(whole)
    lines = []
    for part in parts():
        with part.off():
            without = found(gold)
            lost = [with_it - left for with_it, left in zip(right, hits(gold, without), strict=True)]
            cells = [f"{n:+d}".replace("-", "−") if n else "–" for n in (*lost, extra(without) - many)]
            fail = failing(cases, found(cases)) - whole_cases
        lines.append(f"| {part.group} | {part.name} | {' | '.join(cells)} | {fail or '–'} | {part.about} |")
        print(lines[-1], file=sys.stderr, flush=True)
    return lines


def main() -> None:
    """Print the table, or write it into a page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where newsquant/ lies in data/")
    parser.add_argument("--page", type=Path, help="a page to write the table into")
    args = parser.parse_args()
    try:
        gold = read_gold(args.shared / "data" / "newsquant" / "NewsQuant-dev.json")
    except ClaimxError as error:
        sys.exit(str(error))
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    lines = measure(read([s["text"] for s in gold], gold), read([c["text"] for c in cases], cases))
    head = ["| | rule | value | unit | change | extra | cases | |", "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    made = "\n".join([*head, *lines]) + "\n"
    if args.page is None:
        print(made, end="")
        return
    before, begin, rest = args.page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{args.page} has no lines {BEGIN.strip()} and {END.strip()}")
    args.page.write_text(before + begin + made + end + after, encoding="utf-8")


if __name__ == "__main__":
    main()
