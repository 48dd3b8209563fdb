# The chores of claimx, each in a line: `just test`. just itself comes with `pip install rust-just`.
# They use the environment that is active, or .venv beside this file.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# What there is to do
default:
    @just --list

# An environment with all that the chores need
setup:
    python3 -m venv .venv
    pip install -q -e '.[dev]'
    pre-commit install

# All tests that need nothing but this checkout
test *ARGS:
    pytest {{ARGS}}

# The tests of what has changed since the last commit's, by folders: `just quick claims articles`
quick *FOLDERS:
    cd tests && pytest -x {{FOLDERS}}

# The tests that need the public data beside the checkout
shared *ARGS:
    pytest -m shared {{ARGS}}

# Style and layout of the code
lint:
    ruff check .
    ruff format --check .

# Types
types:
    mypy

# Which lines no test runs; fails under the floor
coverage:
    pytest --cov --cov-report=term-missing:skip-covered

# The pages that programs make: command help, examples, tables of inputs
docs:
    python docs/make_cli.py
    python docs/make_example.py
    python docs/make_fields.py
    python docs/make_diagrams.py
    python docs/make_inputs.py
    python docs/make_outputs.py
    python docs/make_tables.py

# The documentation as a site, in build/site, its links followed
site:
    python docs/make_plots.py
    python docs/make_site.py

# Accept the records of the samples as they come out now; read the diff
bless:
    python tests/test_samples.py --update
    git diff --stat tests/samples

# Speed against bare spaCy, and from cold, on a folder of texts
bench FOLDER="samples":
    python benchmarks/speed.py {{FOLDER}}
    python benchmarks/cold.py samples/agency.txt

# What each rule is worth; writes the table in docs/rules.md
ablate *ARGS:
    python -m benchmarks.ablate --workers 2 --page docs/rules.md {{ARGS}}

# All that continuous integration does
ci:
    .ci/run
