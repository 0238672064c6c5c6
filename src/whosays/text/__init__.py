"""Words in a text: spans and sentences, numbers as news writes them, bounds. No case is known here."""
