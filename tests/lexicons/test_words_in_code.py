"""Words are data: no table of English words stands in the code, but in ``claimx/lexicons/en``."""

import ast
import re
from pathlib import Path

import pytest

from tests.together import over

PACKAGE = Path(__file__).parents[2] / "claimx"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

#: Words in tables that are no English of articles, but names in the program: by module, what they name and they.
NAMES_IN_THE_PROGRAM = {
    "__init__.py": ("public names", "extract read show"),
    "about.py": (
        "libraries, a parse to try the installation with",
        "spacy onnxruntime tokenizers the mayor say that more home be lose on",
    ),
    "articles/datelines.py": (
        "patterns",
        "agency wire date place",
    ),
    "articles/furniture.py": ("parts of patterns", "by role names"),
    "articles/language.py": (
        "languages",
        "ar bg ca cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv sw tr uk vi "
        "zh",
    ),
    "articles/markup.py": ("elements of HTML", "head iframe noscript script style svg template title"),
    "articles/readers/columns.py": (
        "columns of the input",
        "id title published publisher author url doc form spans stance voice claims words schema claimx text",
    ),
    "articles/turns.py": ("kinds of paragraphs", "title dateline byline"),
    "attributions/credence/elsewhere.py": ("places of words in a statement", "cue source content"),
    "attributions/discourse/history.py": ("kinds of referents", "person organization named"),
    "attributions/discourse/pronouns.py": ("kinds of referents", "organization place document"),
    "attributions/discourse/salience.py": ("roles of mentions", "subject object other"),
    "attributions/references.py": ("types of sources", "organization place document group"),
    "attributions/model/decoding.py": ("keys of the model's table", "transitions confidence calibration"),
    "attributions/model/evidence.py": ("features", "cue content inside first last source pieces length quoted"),
    "attributions/model/links.py": ("features", "in first last source"),
    "attributions/sources/answers.py": ("kinds of referents", "person organization place people document thing"),
    "attributions/sources/issuers.py": ("kinds of referents", "person organization place"),
    "claims/checkworthiness.py": (
        "features",
        "length quantities times entities question past present future nominal copula negated modal conditional "
        "imperative asks",
    ),
    "claims/editions.py": (
        "fields of a claim",
        "text source cue form made act stance polarity certainty quantities times",
    ),
    "claims/hedges.py": ("degrees of certainty", "certain probable possible unknown"),
    "claims/own_assertions.py": ("what makes an assertion worth keeping", "figure date name score"),
    "claims/shares.py": ("what is counted", "claims direct mixed indirect words"),
    "claims/speakers.py": (
        "kinds of mentions and voices",
        "named metonymic nominal implicit pronominal source unattributed article",
    ),
    "claims/stance.py": ("stances", "affirm refute uncertain"),
    "cli/options.py": ("formats", "csv json jsonl parquet sqlite jsonld annotations table"),
    "cli/sources.py": ("settings of a run, values of --by", "command reading by name role pronouns"),
    "cli/report.py": ("settings of a run", "command reading page"),
    "cli/run_outputs.py": ("keys of an envelope", "doc claims quantities times warnings"),
    "cli/diff.py": ("changes", "lost gained changed"),
    "evaluation/attributions.py": ("measures", "all direct rest"),
    "evaluation/gold.py": ("keys of the gold", "source cue content id name form parent checked verdict mistake note"),
    "evaluation/ticks.py": ("kinds of mistakes, forms", "source words details direct mixed indirect narrated"),
    "grammar/tokens.py": (
        "slots",
        "doc idx lemma lower pos sent tag text whitespace end label start",
    ),
    "grammar/tree.py": ("slots", "children dep head i"),
    "lexicons/known_names.py": (
        "spellings of Arabic vowels, which are rules of sound",
        "ay ai ei ey ej aj aw au ou oo",
    ),
    "mentions/names/votes.py": (
        "what a word of a longer name can be, parts of lines",
        "surname first name called firm town body agency author",
    ),
    "mentions/quantities/changes.py": ("dimensions", "ratio index money"),
    "mentions/quantities/ellipses.py": ("dimensions", "ratio index money count"),
    "mentions/quantities/measures.py": ("forms of numbers", "fraction slash vague"),
    "mentions/quantities/numbers.py": ("kinds of number words", "unit teen ten hundred scale dozen digits"),
    "mentions/quantities/rates.py": ("dimensions", "time length area volume mass energy power"),
    "mentions/quantities/lexer.py": ("kinds of figures", "slash digits vulgar"),
    "mentions/times/finder.py": (
        "resolvers, parts of an expression",
        "date month quarter label half weekend season holiday clock later daypart",
    ),
    "mentions/times/clock_guards.py": (
        "parts of an expression",
        "ampm endampm zone daypart deictic weekday month lastday tonight",
    ),
    "mentions/times/context.py": (
        "resolvers, parts of an expression",
        "date month season holiday daypart deictic weekday tonight lastday thisday",
    ),
    "mentions/times/guards.py": (
        "kinds of lexemes, guards",
        "monthname maymonth shortmonth day month weekday clock label quarter year decade unit weekend holiday season "
        "rate duration earlier often joined capital alone deictic tonight overnight gap mark hyphen "
        "this last daypart week",
    ),
    "mentions/times/lexer.py": (
        "kinds of lexemes",
        "gap word mark hyphen comma dot slash open own iso isoweek slashed clock shortyear ordinal label "
        "fiscalyear int decimal fraction ampm oclock era monthname maymonth shortmonth weekday weekdays shortday "
        "holiday number afterlabel",
    ),
    "mentions/times/patterns.py": ("kinds of lexemes", "int decimal numword one other"),
    "mentions/times/unit_guards.py": ("values of parts", "previous following that"),
    "report/data.py": (
        "keys of an envelope and of the index",
        "id title published publisher words claims sources figures top key persons leading documents",
    ),
    "timex/calendar.py": ("values of parts", "early mid late start end"),
    "timex/clock.py": ("parts of an expression and their values", "next following previous deictic weekday month"),
    "timex/days.py": ("parts of an expression", "month year yrel"),
    "timex/lengths.py": ("units", "decade century quarter"),
    "timex/resolve.py": (
        "resolvers",
        "date daypart clock holiday iso slashed month unit rest weekend season year decade century era quarter label "
        "half corresponding ago later earlier duration set weekends often ref",
    ),
    "timex/setting.py": ("values of parts", "last previous next following"),
    "timex/stretches.py": ("values of parts", "that following previous"),
    "network/said.py": ("places of words in a statement, and a kind of text", "cue source content news"),
    "network/inputs.py": ("columns", "ids quote shape start"),
    "records/claims.py": ("headings of columns", "who cue claim form"),
    "records/schema.py": ("keys of JSON Schema", "description type properties required"),
    "mentions/aliases.py": ("kinds, columns of the file", "person organization place name kind id"),
    "writers/__init__.py": ("what is written", "documents sources shares claims"),
    "writers/explain.py": (
        "fields of a claim",
        "form cue addressee medium made act stance polarity certainty hedges loaded checkworthiness confidence parent",
    ),
    "writers/show.py": (
        "colours of terminals, roles of words",
        "blue magenta cyan green red claim source cue figure date",
    ),
    "writers/annotations.py": (
        "terms of the vocabulary",
        "id type name items motivation body target purpose value start end exact prefix suffix",
    ),
    "writers/jsonld.py": (
        "terms of the vocabulary",
        "person organization place identifier text author review appearance mentions",
    ),
    "writers/sqlite_tables.py": (
        "tables and columns",
        "quantities times entities document source within",
    ),
    "writers/sqlite_views.py": ("views", "figures denials names"),
    "writers/table.py": (
        "forms, headings of columns",
        "direct mixed indirect narrated who cue claim form figures dates claims words share sources documents",
    ),
}

_WORD = re.compile(r"[a-z]+(?:['’ ][a-z]+)*")  # hyphens are for codes: "date-not-read"
_ALTERNATIVES = re.compile(r"(?<![\w\\|])[a-z'’]{2,}(?:\|[a-z'’]{2,}){2,}(?!\w)")


def tables(source: str) -> list[tuple[int, str]]:
    """The tables of three and more lower-case words in a module: (line, the first words).

    Sets, tuples, lists, the keys of dicts, and the alternatives of patterns; hints of types and ``__all__`` are none.
    """
    tree = ast.parse(source)
    hints = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Subscript) for part in ast.walk(node.slice)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.Tuple | ast.List) and id(node) not in hints:
            words = [item.value for item in node.elts if _is_word(item)]
        elif isinstance(node, ast.Dict):
            words = [key.value for key in node.keys if _is_word(key)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
            match = _ALTERNATIVES.search(node.value)
            words = match.group().split("|") if match else []
        else:
            continue
        if len(words) > 2:
            found.append((node.lineno, " ".join(words)))
    return sorted(found)


def _is_word(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _WORD.fullmatch(node.value) is not None


def english_tables(module):
    """The tables of a module whose words are not all names in the program."""
    _, names = NAMES_IN_THE_PROGRAM.get(module, ("", ""))
    source = (PACKAGE / module).read_text(encoding="utf-8")
    return [f"{line}: {words}" for line, words in tables(source) if not {*words.split()} <= {*names.split()}]


@over(MODULES)
def test_no_english_stands_in_the_code(module):
    assert english_tables(module) == []


@over(NAMES_IN_THE_PROGRAM)
def test_what_is_excused_is_still_there(module):
    words = {word for _, found in tables((PACKAGE / module).read_text(encoding="utf-8")) for word in found.split()}
    assert {*NAMES_IN_THE_PROGRAM[module][1].split()} <= words


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('X = ("is", "are", "was")', ["is are was"]),
        ('X = frozenset({"so called", "well known", "o\'clock", 3})', ["so called well known o'clock"]),
        ('X = {"one": 1, "two": 2, "three": 3}', ["one two three"]),
        ('X = r"\\b(?:when|if|once)\\b"', ["when if once"]),
        ('X = ("is", "are")', []),
        ('X = ("NOUN", "VERB", "PROPN")', []),
        ('X: Literal["one", "two", "three"]', []),
    ],
)
def test_tables_are_found(source, found):
    assert [words for _, words in tables(source)] == found
