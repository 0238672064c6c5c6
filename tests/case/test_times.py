"""A time that is known to the year, the month, the day or the minute is before another only where it must be."""

import pytest

from whosays.case import times


@pytest.mark.parametrize(
    ("earlier", "later", "certain"),
    [
        ("2001", "2002", True), ("2001", "2001", False), ("2001", "2001-01-01", False), ("2000-12", "2001-01-01", True),
        ("2001-02", "2001-02-28", False), ("2001-02", "2001-03-01", True), ("2001-12", "2002-01", True),
        ("2001-05-04", "2001-05-05", True), ("2001-05-04", "2001-05-04", False), ("2001-05-05", "2001-05-04", False),
        ("2001-05-04T12:00+05:00", "2001-05-04T12:00+06:00", False),
        ("2001-05-04T12:00+06:00", "2001-05-04T12:00+05:00", True),
        # 21:13 in Greenwich is the next day in Bishkek, and in Honolulu still the same
        ("2001-05-04T21:13+00:00", "2001-05-05", False), ("2001-05-04T21:13+00:00", "2001-05-06", True),
        ("2001-05-04T09:00+00:00", "2001-05-05", True), ("2001-05-03", "2001-05-04T11:00+00:00", False),
        ("2001-05-03", "2001-05-04T13:00+00:00", True), ("2001-05-04T23:00", "2001-05-05", True),
    ],
)  # fmt: skip
def test_a_time_is_certainly_before_another_only_where_it_is_so_everywhere(earlier, later, certain):
    first, second = times.read(earlier), times.read(later)
    assert first.certainly_before(second) is certain


@pytest.mark.parametrize("text", ["not_said", "undated"])
def test_a_time_that_is_not_known_is_none(text):
    assert times.read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "T", "22", "0999", "3000", "2001-13", "2001-00", "2001-02-30", "2001-1-1", "2001-01-01T24:00",
        "2001-01-01T12:60", "2001-01-01T12:00+14:01", "2001-01-01T12:00-12:01", "2001-01-01T12:00+05:60",
        "9" * 5000, "\u0662\u0660\u0660\u0661",
    ],
)  # fmt: skip
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        times.read(text)


@pytest.mark.parametrize(
    "text", ["2001-01-01T12:00+14:00", "2001-01-01T12:00-12:00", "1000", "2999-12-31T23:00-12:00"]
)
def test_the_last_clocks_of_the_world_are_read(text):
    assert times.read(text).first <= times.read(text).last
