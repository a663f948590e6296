"""From a file or a page to title, date and paragraphs; hostile input stops here."""
