"""The command line: thin commands over the library, one file each. ``main`` is the console script."""

from claimx.cli.app import main

__all__ = ["main"]
