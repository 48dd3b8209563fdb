"""Statements found by rules beside the model: verbs, phrases, headlines."""
