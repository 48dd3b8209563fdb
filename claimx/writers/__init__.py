"""Step 6: records to output formats."""
