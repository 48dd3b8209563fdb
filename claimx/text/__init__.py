"""Spans of a text and its quotation marks: the ground that every step stands on; text for a terminal."""
