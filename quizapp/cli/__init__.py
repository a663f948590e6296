"""One file a command, thin; nothing heavy is imported before it is needed."""
