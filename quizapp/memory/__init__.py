"""When a card comes back: study day, scheduler, queue."""
