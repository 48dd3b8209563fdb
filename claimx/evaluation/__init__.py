"""Gold and records to precision, recall and F1."""
