"""The YAML on disk: decks, journal, settings, atomic writes, locks; the only importer of yaml."""
