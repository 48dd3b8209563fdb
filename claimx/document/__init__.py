"""Step 2: an article's text, with its zones, to a parse of it; the text stays untouched. Face: ``parse``."""

from claimx.document.parser import (
    PARSER_DIGEST,
    find_parser,
    load_parser,
    memory_zone,
    parse,
    read_columns,
    shadow,
    weights_digest,
)

__all__ = [
    "PARSER_DIGEST",
    "find_parser",
    "load_parser",
    "memory_zone",
    "parse",
    "read_columns",
    "shadow",
    "weights_digest",
]
