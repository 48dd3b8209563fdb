"""Where things lie that tests read: this checkout, its cases, the public data beside it (users have none)."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
SHARED = ROOT.parent / "shared"
