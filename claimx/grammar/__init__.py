"""What the parse tells: the only room that knows labels of dependencies and parts of speech."""
