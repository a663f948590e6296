"""What a card and a deck are, marking, advice, wrong choices; no I/O, no clock."""
