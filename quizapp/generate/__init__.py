"""From an article to a deck, offline; the only importer of spaCy."""
