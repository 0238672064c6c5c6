"""Write a short text; a program holds it against what the given texts report."""

from whosays.questions.types.writing.written_text import Writing as Writing
