"""What each option is worth in Moodle, which takes a fixed list of fractions and no others."""

from fractions import Fraction

from whosays.questions.types.choices import Options

# Source of the rule: question/engine/bank.php and question/type/multichoice/questiontype.php of Moodle.
ALLOWED = frozenset(
    {Fraction(part, of) for of in (1, 2, 3, 4, 5, 6, 10) for part in range(of + 1)}
    | {Fraction(1, of) for of in (7, 8, 9, 20)}
)


def fractions(question: Options) -> dict[str, Fraction]:
    """Return what each option of *question* adds to its grade in Moodle, as a share of one.

    Of one choice, an option that holds is worth all, under a condition, too. Where several hold, Moodle wants
    what they add to make one, and takes a grade below none for none. So a right option left out costs more
    than with us, where each option counts alike; a wrong one chosen costs the same. Raises ValueError where
    more than ten are right.
    """
    if question.type != "choices":
        return {name: Fraction(question.holds(name)) for name in question.options}
    right = Fraction(1, len(question.ours))
    if right not in ALLOWED:
        raise ValueError(f"question {question.id!r} has {len(question.ours)} right options; ten are the most")
    share = Fraction(1, len(question.options))
    wrong = min(ALLOWED - {0}, key=lambda allowed: (abs(allowed - share), allowed))
    worth = {name: Fraction(0) if question.holds(name) else -wrong for name in question.options}
    return worth | dict.fromkeys(question.ours, right)


def per_cent(fraction: Fraction) -> str:
    """Return *fraction* as Moodle writes it: per cent, five places at most."""
    return f"{float(100 * fraction):.5f}".rstrip("0").rstrip(".")
