"""The Textual app: `app` wires, `screens` and `widgets` show; no rule of the domain lives here."""
