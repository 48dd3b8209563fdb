"""Step 1: bytes to articles, and what in an article is read for claims."""
