"""From history to scores, retention and pace."""
