"""Every English word that claimx knows, as data (``en/``), and the one way to read it: ``load``."""
