"""Writes docs/cli.md from the commands' own help: ``python docs/make_cli.py``. A test holds the page against it."""

import inspect
from pathlib import Path

import typer.main

from claimx.cli.app import app

PAGE = Path(__file__).with_name("cli.md")
#: Options that typer adds to every program.
NOT_OURS = {"help", "install_completion", "show_completion"}
HEAD = """# The command line

<!-- Written by docs/make_cli.py from the commands' own help. -->

Results go to standard output, messages to standard error. Exit status: 0, all inputs were read; 1, some were not, each
of which is named, and the others are delivered; 2, wrong usage. `claimx --install-completion` sets up the completion of
commands and options in your shell.
"""


def render() -> str:
    """The page."""
    group = typer.main.get_command(app)
    sections = [HEAD, _section("claimx", group)]
    sections += [_section(f"claimx {name}", command) for name, command in group.commands.items()]
    return "\n".join(sections)


def _section(name: str, command: object) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option" and param.name not in NOT_OURS]
    usage = " ".join([name, *(_metavar(param) for param in arguments), "[OPTIONS]" if options else ""]).strip()
    lines = [f"## {name}", "", f"`{usage}`", "", inspect.cleandoc(command.help or ""), ""]
    rows = [(_metavar(param), param.help) for param in arguments]
    rows += [(_option(param), param.help) for param in options]
    if rows:
        lines += ["| | |", "| --- | --- |", *(f"| `{what}` | {text} |" for what, text in rows), ""]
    return "\n".join(lines)


def _metavar(param: object) -> str:
    name = str(param.metavar or param.name).replace("|", " / ")
    return f"{name}…" if param.nargs == -1 else name


def _option(param: object) -> str:
    value = "" if param.is_flag else f" {(param.metavar or 'VALUE').replace('|', ' / ')}"
    return ", ".join(sorted(param.opts, key=len)) + value


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
