"""A parsed document to named entities, with one name for each real-world thing."""
