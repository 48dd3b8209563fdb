"""Step 3: a parsed document to entities, quantities and times."""
