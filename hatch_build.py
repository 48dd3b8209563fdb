"""Puts the models into the wheel: of each ``models/<name>`` what ``model.toml`` lists, as ``claimx/_models/<name>``."""

import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ModelsHook(BuildHookInterface):
    """Training code, figures and the like stay in the source distribution."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files of every model, unless the build is an editable one, which reads them where they lie."""
        if version == "editable":
            return
        for table in sorted(Path(self.root, "models").glob("*/model.toml")):
            listed = tomllib.loads(table.read_text(encoding="utf-8"))["sha256"]
            for file in ("model.toml", "card.md", *listed):
                build_data["force_include"][str(table.parent / file)] = f"claimx/_models/{table.parent.name}/{file}"
