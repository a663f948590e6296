"""The facade that commands and screens use; it alone joins the store and memory."""
