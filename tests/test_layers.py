"""The rules of the house: what may import what."""

import ast
from functools import cache
from pathlib import Path

from claimx.grammar import roles, word_classes
from tests.together import over

PACKAGE = Path(__file__).parents[1] / "claimx"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

#: The steps, each a folder or a module; none imports another.
STEPS = ("articles", "document", "mentions", "attributions", "claims", "writers", "report")
#: What every module may import; none of them imports a step.
GROUND = ("records", "errors", "lexicons", "models", "text", "grammar", "timex", "network", "reading", "storage")
#: Rooms of which nothing but the face, what their ``__init__`` names, is imported from outside.
FACES = ("attributions/circumstances", "attributions/discourse", "attributions/sources")
#: Only these know several steps.
WHOLE = ("_version", "pipeline", "spacy_pipe", "runs", "evaluation", "cli", "about")
#: Where spaCy may appear: a parse is handed on as our own records.
SPACY = ("document", "spacy_pipe")
#: Where labels of dependencies, parts of speech and tags are spelt; elsewhere they go by their grammatical names.
LABELS = ("grammar", "document")
#: Labels that are words of other meanings, too.
OTHER_WORDS = {roles.AGENT, roles.MARKER, roles.META, roles.POSSESSIVE_MARK, roles.UNKNOWN, word_classes.OTHER}
#: What is never imported before it is needed, and where it may be.
HEAVY = {
    **dict.fromkeys(("onnxruntime", "tokenizers", "rich", "sqlite_utils", "pyarrow"), ()),
    "numpy": ("attributions", "document", "network", "mentions"),
}


def part_of(module: str) -> str:
    """The step, or top-level module, that a file belongs to: ``articles/read.py`` -> ``articles``."""
    return module.split("/", maxsplit=1)[0].removesuffix(".py")


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


@cache
def imports(module: str, *, top_level: bool = False) -> set[str]:
    """The modules that a file imports; with ``top_level`` only those that are imported along with it."""
    tree = tree_of(module)
    nodes = _along(tree) if top_level else ast.walk(tree)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _along(node: ast.AST) -> list[ast.AST]:
    """Nodes outside of functions and of ``if TYPE_CHECKING``."""
    nodes: list[ast.AST] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        nodes += [child, *_along(child)]
    return nodes


def ours(module: str) -> set[str]:
    """The parts of claimx that a file imports, its own left out."""
    parts = {name.split(".")[1] for name in imports(module) if name.startswith("claimx.")}
    return {part for part in parts if not part.startswith("__")} - {part_of(module)}


def imported_files(module: str) -> set[str]:
    """The files of claimx that a file imports."""
    found = set()
    for name in imports(module):
        parts = name.split(".")[1:]
        for length in range(len(parts), 0, -1):
            path = "/".join(parts[:length])
            file = next((f for f in (f"{path}.py", f"{path}/__init__.py") if f in MODULES), None)
            if file is not None and name.startswith("claimx."):
                found.add(file)
                break
    return found - {module}


@over(MODULES)
def test_every_module_has_its_place(module):
    assert part_of(module) in {*STEPS, *GROUND, *WHOLE, "__init__", "__main__"}


@over([module for module in MODULES if part_of(module) in STEPS])
def test_a_step_imports_the_ground_and_its_own_folder_alone(module):
    assert ours(module) <= {*GROUND}


@over([module for module in MODULES if part_of(module) in GROUND])
def test_the_ground_imports_no_step(module):
    assert ours(module) <= {*GROUND}


def test_no_file_imports_itself_by_way_of_others():
    """Imports for types alone, and those inside of functions, count, too."""
    graph = {module: imported_files(module) for module in MODULES}
    for start, files in graph.items():
        seen, stack = set(), [*files]
        while stack:
            module = stack.pop()
            if module not in seen:
                seen.add(module)
                stack += graph[module]
        assert start not in seen, start


@over(FACES)
def test_only_the_face_of_a_room_is_imported_from_outside(room):
    outside = [module for module in MODULES if not module.startswith(f"{room}/")]
    inner = {module for module in MODULES if module.startswith(f"{room}/")} - {f"{room}/__init__.py"}
    assert inner
    assert {module: files for module in outside if (files := imported_files(module) & inner)} == {}


def test_records_and_errors_import_nothing_of_ours():
    assert ours("errors.py") == set()
    assert all(ours(module) <= {"errors"} for module in MODULES if part_of(module) == "records")


@over(MODULES)
def test_spacy_stops_at_step_two(module):
    names = {name.split(".")[0] for name in imports(module)}
    assert "spacy" not in names or part_of(module) in SPACY


def spelt_labels(module: str) -> list[str]:
    """The labels that stand as strings in a file, with their lines."""
    labels = {name for names in (roles, word_classes) for name in vars(names).values() if isinstance(name, str)}
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [f"{node.lineno}: {node.value}" for node in texts if node.value in labels - OTHER_WORDS]


@over([module for module in MODULES if part_of(module) not in LABELS])
def test_labels_are_spelt_in_the_grammar_alone(module):
    assert spelt_labels(module) == []


@over([module for module in MODULES if part_of(module) != "cli"])
def test_nobody_imports_the_command_line(module):
    assert "cli" not in ours(module) or part_of(module) == "__main__"


@over(MODULES)
def test_nothing_heavy_is_imported_before_it_is_needed(module):
    along = {name.split(".")[0] for name in imports(module, top_level=True)}
    found = {name for name in along & {*HEAVY} if part_of(module) not in HEAVY[name]}
    assert not found


@over([module for module in MODULES if part_of(module) not in {"cli", "spacy_pipe"}])
def test_the_library_prints_nothing(module):
    calls = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]
