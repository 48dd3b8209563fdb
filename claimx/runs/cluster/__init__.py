"""A run over many machines, by Ray Data: inputs to chunks of articles, chunks to parts of the output."""
