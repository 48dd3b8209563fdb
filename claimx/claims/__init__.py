"""Step 5: attributions and mentions to claims; records only."""
