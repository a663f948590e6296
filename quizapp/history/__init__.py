"""What happened: events, their order, voids and links, and each card's past."""
