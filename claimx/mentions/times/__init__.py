"""A parsed document to time expressions with their values."""
