"""Step 4: a parsed document to statements with their sources."""
