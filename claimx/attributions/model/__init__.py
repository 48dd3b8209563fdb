"""The network's scores of words to statements: who said what, and how surely."""
