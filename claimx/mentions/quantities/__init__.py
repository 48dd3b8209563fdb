"""A parsed document to quantities: numbers with unit, bound, change and what they count."""
