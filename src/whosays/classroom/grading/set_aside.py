"""Set marks aside whose text is gone, or was replaced by a newer one, and take them up when it comes back."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from whosays.classroom.csv_safe import safe
from whosays.classroom.grading.rubric import Marked, Marks, ToMark, all_marks
from whosays.classroom.grading.whole_file import written_whole

FILE = "marks_set_aside.csv"
_HEAD = ("student", "question", "name", "text", "comment")
_Who = tuple[str, str]


class Settled(NamedTuple):
    """Hold the *marks* by student and question, and for each that lies *aside* now whose it is."""

    marks: Marks
    aside: list[str]


def settle(folder: Path, rubric: Iterable[str], marks: Marks, texts: Iterable[ToMark]) -> Settled:
    """Return *marks* with those of before that fit *texts* again; what fits none is set aside in *folder*.

    A mark for an older text stays among the marks, where there is none for the newer one, so that it can be
    told. *rubric* names all criteria. Raises MarksError where what was set aside cannot be read.
    """
    path, criteria = folder / FILE, list(rubric)
    known = [*marks.items(), *all_marks(path, criteria)]
    if not known:
        return Settled(marks, [])
    wanted = {who for who, _ in known}
    there = {_who(text): text.text for text in texts if _who(text) in wanted}
    fit = {who: mark for who, mark in reversed(known) if who in there and mark.fits(there[who])}
    aside = [
        (who, mark) for who, mark in known if fit.get(who) is not mark and not _again(mark, fit.get(who))
    ]
    _write(path, criteria, _once(aside))
    older = {who: mark for who, mark in reversed(aside) if who in there}
    told = [f"{mark.name or who[0]}, {who[1]}" for who, mark in _once(aside)]
    return Settled({**older, **fit}, told)


def _who(text: ToMark) -> _Who:
    return text.student, text.question


def _again(mark: Marked, other: Marked | None) -> bool:
    """Say whether *mark* is an older one for the text of *other*."""
    return other is not None and mark.fits(other.text)


def _once(aside: Iterable[tuple[_Who, Marked]]) -> list[tuple[_Who, Marked]]:
    """Return *aside* with the newest marks alone for each text."""
    found: dict[tuple[_Who, str], tuple[_Who, Marked]] = {}
    for who, mark in aside:
        found.setdefault((who, " ".join(mark.text.split())), (who, mark))
    return list(found.values())


def _write(path: Path, criteria: list[str], aside: list[tuple[_Who, Marked]]) -> None:
    if not aside:
        path.unlink(missing_ok=True)
        return
    with written_whole(path, "utf-8-sig") as file:
        table = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        table.writerow([*_HEAD, *criteria])
        table.writerows(_rows(aside, criteria))


def _rows(aside: Iterable[tuple[_Who, Marked]], criteria: list[str]) -> Iterator[list[object]]:
    for (student, question), mark in aside:
        told = (student, question, mark.name, mark.text, mark.comment)
        yield [*map(safe, told), *(mark.marks.get(name, "") for name in criteria)]
