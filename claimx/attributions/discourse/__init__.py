"""Whom an article talks about, and whom its nouns and pronouns mean."""
