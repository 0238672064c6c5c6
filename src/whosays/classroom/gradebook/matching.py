"""Find the rows of a gradebook that are a student's, by id and name: one alone may be a stranger's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from whosays.classroom.gradebook.layouts import Layout
from whosays.classroom.gradebook.table import Table, shown
from whosays.classroom.person_names import fits, squashed

Groups = Mapping[str, Sequence[str]]  # the ids of the members of each group, by its squashed name
NAMELESS = {"brightspace"}  # its folders and its gradebook have no id in common


class Match(NamedTuple):
    """Hold the *rows* that are somebody's, *why* there are none, and what is worth *noting* about how.

    *team* says whether they are those of a group.
    """

    rows: list[int]
    why: str = ""
    noted: str = ""
    team: bool = False


class Matcher:
    """Match results with the rows of one *table*, laid out as *layout* says; *groups* are of another file."""

    def __init__(self, table: Table, layout: Layout, groups: Groups):
        """Take up the *table*, and look at each of its rows once."""
        self._layout, self._groups = layout, groups
        self._names = [" ".join(row.values[place] for place in layout.names) for row in table.rows]
        self._by_id = _by(_id(layout, row.values) for row in table.rows)
        self._by_name = _by(squashed(name) for name in self._names)
        email, team = table.place(("Email",)), layout.group
        self._by_email = _by(row.values[email].casefold() if email is not None else "" for row in table.rows)
        self._by_group = _by(squashed(row.values[team]) if team is not None else "" for row in table.rows)

    def match(self, result: Mapping[str, Any]) -> Match:
        """Return the rows of *result*; none, with the reason, where it is not certain whose they are."""
        platform, number = result.get("platform", ""), str(result.get("id") or "")
        if not platform:
            return Match([], "no platform says whose this file is; enter the grade yourself")
        if self._layout.platform and platform != self._layout.platform:
            return Match([], f"the file is from {platform.capitalize()}, and this is no gradebook of it")
        if platform in NAMELESS:
            return self._by_name_alone(result)
        if platform == "gradescope":
            return self._people(result, number)
        rows = self._by_id.get(number.casefold(), [])
        if len(rows) > 1:
            return Match([], f"{len(rows)} rows have {shown(number)}")
        if rows and self._fits(result, rows[0]):
            return Match(rows)
        return self._team(result) or Match([], self._stranger(result, number, rows))

    def _people(self, result: Mapping[str, Any], numbers: str) -> Match:
        """Return the rows of all whom Gradescope's list names, by number or else by address."""
        names = str(result.get("sent_by") or "").split(", ")
        rows = []
        for number, name in zip_longest(numbers.split(", "), names, fillvalue=""):
            own = self._by_id.get(number.casefold()) or self._by_email.get(number.casefold()) or []
            if len(own) != 1 or not fits(name, self._names[own[0]]):
                return Match([], f"no row has {shown(number)} and the name {shown(name)}")
            rows += own
        told = f"the work of a group; the grade went to its {len(rows)} members" if len(rows) > 1 else ""
        return Match(rows, noted=told, team=len(rows) > 1)

    def _fits(self, result: Mapping[str, Any], row: int) -> bool:
        """Say whether the name in *row* is that of *result*, as far as the platform tells one."""
        if not self._layout.names or result.get("hidden"):
            return True
        told, name = str(result.get("sent_by") or ""), self._names[row]
        if not told:  # as in Blackboard, where the student's own word has to do
            return fits(str(result.get("name") or ""), name)
        return squashed(told) == squashed(name) or told.strip() == name.strip()

    def _by_name_alone(self, result: Mapping[str, Any]) -> Match:
        name = str(result.get("sent_by") or "")
        rows = self._by_name.get(squashed(name), [])
        if len(rows) == 1 and squashed(name):
            return Match(rows, noted="found by name alone: folder and gradebook have no id in common")
        return Match([], f"{len(rows) or 'no'} rows have the name {shown(name)}")

    def _team(self, result: Mapping[str, Any]) -> Match | None:
        """Return the rows of all members, where *result* is named as a group is."""
        name = squashed(str(result.get("sent_by") or ""))
        rows = self._by_group.get(name, []) if name else []
        for member in self._groups.get(name, ()):
            rows = [*rows, *self._by_id.get(member.casefold(), [])]
        if not rows:
            return None
        told = f"the work of a group; the grade went to its {len(rows)} members"
        return Match(sorted(set(rows)), noted=told, team=True)

    def _stranger(self, result: Mapping[str, Any], number: str, rows: Sequence[int]) -> str:
        if result.get("hidden"):
            return "names are hidden, and the gradebook has no such number; show them on the platform first"
        if not rows:
            return f"no row has {shown(number)}" if number else "no row is this student’s or this group’s"
        told = shown(result.get("sent_by") or result.get("name"))
        return (
            f"the row with {shown(number)} is that of {shown(self._names[rows[0]])}, and the file is of "
            f"{told}; if that is a group, give the list of groups with --groups"
        )


def _id(layout: Layout, values: Sequence[str]) -> str:
    value = values[layout.ids].strip() if layout.ids is not None else ""
    if layout.platform == "moodle":  # “Participant 123”, in any language
        found = re.search(r"\d+$", value)
        return found[0] if found else ""
    return value.casefold()


def _by(keys: Iterator[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        if key:
            found.setdefault(key, []).append(place)
    return found
