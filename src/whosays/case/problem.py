"""One thing that is wrong with a case, and where."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Name one thing wrong with a case: *file*, *row* (the header is row 1), *column*, and what to do."""

    file: str
    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        """Return the problem as one line: file, row, column, message."""
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {self.message}"
