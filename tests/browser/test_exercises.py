"""Exercises in a real JupyterLab: by mouse, by keyboard alone, after a reload, and after the kernel died."""

from __future__ import annotations

import string
import tomllib

import pytest

from tests.browser.answering import answer_by_keyboard, answer_by_mouse
from tests.conftest import ROOT
from whosays.questions import TYPES, Bank

expect = pytest.importorskip("playwright.sync_api").expect

BANK = Bank.open(ROOT / "data" / "questions")
ALL = [question for sheet in BANK.sheets() for question in sheet.questions()]


def shortest(kind: str):
    """Return the question of *kind* with the least to answer."""
    return min((q for q in ALL if q.type == kind), key=lambda q: len(str(q.entry)))


KINDS = [kind for kind in sorted(TYPES) if kind != "chart" and any(q.type == kind for q in ALL)]
EACH = [shortest(kind) for kind in KINDS]
CHOICE = next(q for q in ALL if q.type == "choice" and q.parallel)
WRONG = next(name for name in CHOICE.options if not CHOICE.holds(name))
IMPORT = "from whosays import ask"
# The parts of a form that are wider than their place.
WIDER = "(e) => [...e.querySelectorAll('form, table, fieldset, p, blockquote, div')].filter((n) => n.scrollWidth > n.clientWidth + 1 && !n.closest('.whosays-unseen')).map((n) => n.outerHTML.slice(0, 80))"


def asked(workbook, *questions):
    """Open a notebook that asks *questions*, one cell each, and return it with their forms."""
    book = workbook(IMPORT, *(f'ask("{question.id}")' for question in questions))
    book.run_all()
    forms = [book.output(f"c{number}").locator(".whosays") for number in range(2, len(questions) + 2)]
    for form in forms:
        expect(form.locator(".whosays-check")).to_be_visible()
    return book, forms


def said(form) -> str:
    """Return what stands in the status of *form*, once something does."""
    expect(form.locator(".whosays-said")).to_be_visible()
    return form.locator(".whosays-said").inner_text()


def choose_wrong(form) -> None:
    form.locator(f'label:has([value="{WRONG}"])').click()
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("Not yet")


def test_every_type_is_shown_in_this_test():
    """A chart and a number worked out with code have no controls to try here; see the test below."""
    assert set(KINDS) == set(TYPES) - {"chart", "value"}


@pytest.mark.parametrize("how", ["mouse", "keyboard"])
def test_every_type_of_question_can_be_answered(workbook, how):
    book, forms = asked(workbook, *EACH)
    cells = book.cells()
    for question, form in zip(EACH, forms, strict=True):
        if how == "mouse":
            answer_by_mouse(form, question)
        else:
            answer_by_keyboard(book.page, form, question)
        assert said(form)[2:].startswith(("This holds", "Noted", "Nothing flagged")), (
            f"{question.id}: {said(form)}"
        )
    assert book.cells() == cells
    assert book.barriers() == []
    book.shoot(f"answered_by_{how}")


def test_a_graded_question_keeps_an_answer_and_says_nothing_back(workbook):
    form_cell, hand_in = 'ask("e2-high-of-two", 59)', 'from whosays import hand_in\nhand_in("e2", name="Bo")'
    book = workbook(IMPORT, form_cell, hand_in)
    book.run_all()
    form = book.output("c2").locator(".whosays")
    expect(form.locator(".whosays-check")).to_have_text("Keep my answer")
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("Your answer is kept.")
    expect(form.locator(".whosays-check")).to_have_text("Keep my answer again")
    book.run("c3")
    with book.page.expect_download() as download:
        book.output("c3").get_by_role("link", name="Download e2_bo.zip").click()
    assert download.value.suggested_filename == "e2_bo.zip"
    assert book.barriers() == []


def test_the_first_wrong_try_gives_the_idea_and_the_second_the_answer(workbook):
    _, [form] = asked(workbook, CHOICE)
    choose_wrong(form)
    assert "Our answer" not in said(form)
    expect(form.locator("mark").first).to_be_visible()
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("Our answer")
    form.get_by_role("button", name="A question like this one").click()
    expect(form.locator(".whosays-prompt")).to_have_text(
        BANK.question(CHOICE.parallel).prompt.split("\n\n")[0]
    )
    form.get_by_role("button", name="Back to the first question").click()
    expect(form.locator(".whosays-said")).to_contain_text("Our answer")


def test_an_answer_survives_a_reload_with_the_kernel_alive(workbook):
    book, [form] = asked(workbook, CHOICE)
    choose_wrong(form)
    book.save()
    book.reload()
    form = book.output("c2").locator(".whosays")
    expect(form.locator(f'[value="{WRONG}"]')).to_be_checked()
    assert "Not yet" in said(form)
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("Our answer")


def test_an_answer_survives_the_death_of_the_kernel(workbook):
    book, [form] = asked(workbook, CHOICE)
    choose_wrong(form)
    book.save()
    book.shut_down_kernel()
    book.reload()
    book.run("c1")
    book.run("c2")
    form = book.output("c2").locator(".whosays")
    expect(form.locator(f'[value="{WRONG}"]')).to_be_checked()
    assert "Not yet" in said(form)


def test_a_form_whose_kernel_is_gone_says_what_to_do(workbook):
    book, [form] = asked(workbook, CHOICE)
    book.shut_down_kernel()
    form.locator(f'label:has([value="{WRONG}"])').click()
    form.locator(".whosays-check").click()
    expect(form.locator("output")).to_contain_text("run this cell again")


def test_what_was_typed_is_kept_before_it_is_checked(workbook):
    question = shortest("writing")
    book, [form] = asked(workbook, question)
    form.locator("textarea").fill("A first sentence.")
    form.locator("textarea").blur()
    answers = book.path.parent / "answers"
    expect(form.locator("textarea")).to_have_value("A first sentence.")
    book.page.wait_for_timeout(1500)
    assert "A first sentence." in "".join(
        path.read_text(encoding="utf-8") for path in answers.glob("*.jsonl")
    )


KEYS = [
    *string.ascii_lowercase,
    *"0123456789",
    "ArrowDown",
    "ArrowUp",
    "ArrowLeft",
    "ArrowRight",
    "Delete",
    "Home",
    "End",
]
CONTROLS = "input:visible, select:visible, textarea:visible, button:visible, summary:visible, [role='listbox']:visible"


def test_no_key_pressed_in_an_exercise_reaches_the_notebook(workbook):
    book, forms = asked(workbook, *EACH)
    cells = book.cells()
    seen = set()
    for form in forms:
        for control in form.locator(CONTROLS).all():
            kind = control.evaluate("(e) => [e.tagName, e.type, e.getAttribute('role'), e.className].join()")
            if kind in seen:
                continue
            seen.add(kind)
            control.focus()
            for key in KEYS:
                book.page.keyboard.press(key)
            book.page.keyboard.press("d")
            book.page.keyboard.press("d")
            assert book.cells() == cells, kind
    assert len(seen) >= 8


def test_shift_enter_and_escape_still_belong_to_the_notebook(workbook):
    book, [form, _] = asked(workbook, CHOICE, shortest("verdict"))
    form.locator(f'label:has([value="{WRONG}"])').click()
    book.page.keyboard.press("Escape")
    assert book.do("return book.mode;") == "command"
    book.do("book.activeCellIndex = at(given);", "c2")
    form.locator(".whosays-check").focus()
    book.page.keyboard.press("Shift+Enter")
    book.page.wait_for_function("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex === 2")


def test_escape_leaves_an_exercise_for_its_cell(workbook):
    book, [form, _] = asked(workbook, CHOICE, shortest("verdict"))
    book.do("book.activeCellIndex = at(given);", "c2")
    form.locator(f'[value="{WRONG}"]').focus()
    book.page.keyboard.press("Escape")
    assert book.page.evaluate("document.activeElement.matches('.jp-Cell')"), book.focused()
    book.page.keyboard.press("ArrowDown")
    book.page.wait_for_function("() => window.jupyterapp.shell.currentWidget.content.activeCellIndex === 2")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_what_is_said_comes_into_view(workbook, motion):
    book, [form] = asked(workbook, CHOICE)
    book.page.emulate_media(reduced_motion=motion)
    book.page.set_viewport_size({"width": 1100, "height": 500})
    form.locator(f'label:has([value="{WRONG}"])').click()
    form.locator(".whosays-check").evaluate("(e) => e.scrollIntoView({ block: 'end' })")
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_be_in_viewport(ratio=0.9)
    book.page.emulate_media(reduced_motion="no-preference")


def test_a_prediction_is_noted_again_and_an_answer_checked_again(workbook):
    question = shortest("predict")
    _, [form, choice] = asked(workbook, question, CHOICE)
    expect(form.locator(".whosays-check")).to_have_text("Note it")
    answer_by_mouse(form, question)
    expect(form.locator(".whosays-check")).to_have_text("Note it again")
    choose_wrong(choice)
    expect(choice.locator(".whosays-check")).to_have_text("Check again")


def test_menus_in_tables_are_not_cut_however_wide_the_page_is(workbook):
    widest = max((q for q in ALL if q.type == "ledger"), key=lambda q: len({c.column for c in q.controls()}))
    book, forms = asked(workbook, widest, shortest("slots"))
    sizes = """(e) => { const em = parseFloat(getComputedStyle(e).fontSize), head = e.querySelector("tbody th");
        return [Math.min(...[...e.querySelectorAll("select")].map((s) => s.clientWidth / em)), head.clientWidth / em]; }"""
    for width in (1100, 900, 820, 760, 700, 640, 400):
        book.page.set_viewport_size({"width": width, "height": 800})
        for form in forms:
            menu, head = form.evaluate(sizes)
            assert menu >= 8.8, width
            assert head >= 7, width
            assert form.evaluate(WIDER) == [], width
        book.shoot(f"tables_{width}")


def test_confidence_is_asked_before_anything_is_said(workbook):
    question = shortest("verdict")
    _, [form] = asked(workbook, question)
    form.locator("[data-control='answer']").first.check()
    form.locator(".whosays-check").click()
    expect(form.locator("output")).to_contain_text("how sure you are")
    expect(form.locator(".whosays-said")).to_have_count(0)


def test_words_are_marked_by_touch(workbook):
    question = shortest("marks")
    _, [form] = asked(workbook, question)
    tap = """(words, n) => { const e = words[n], r = e.getBoundingClientRect();
        const at = { clientX: r.x + 3, clientY: r.y + r.height / 2, pointerType: "touch", bubbles: true };
        e.dispatchEvent(new PointerEvent("pointerdown", at)); e.dispatchEvent(new PointerEvent("pointerup", at)); }"""
    words = form.locator('[role="option"]')
    words.first.scroll_into_view_if_needed()
    words.evaluate_all(tap, 1)
    form.get_by_role("button", name="Select to here").click()
    words.evaluate_all(tap, 3)
    form.get_by_role("toolbar").get_by_role("button").first.click()
    three = " ".join(words.nth(n).inner_text() for n in (1, 2, 3))
    expect(form.locator(".whosays-marks")).to_contain_text(three)


def test_marks_may_overlap_be_undone_taken_away_and_carry_a_reason(workbook):
    question = next(q for q in ALL if q.type == "marks" and len(q.names) > 1)
    book, [form] = asked(workbook, question)
    form.get_by_role("listbox").focus()
    press = book.page.keyboard.press
    for key in ("Shift+ArrowRight", "Shift+ArrowRight", "1", "ArrowLeft", "2"):
        press(key)
    rows = form.locator(".whosays-marks li")
    expect(rows).to_have_count(2)
    press("u")
    expect(rows).to_have_count(1)
    press("2")
    expect(rows).to_have_count(2)
    press("Delete")
    expect(rows).to_have_count(1)
    rows.locator("input").fill("It names somebody.")
    form.locator(".whosays-check").click()
    said(form)
    book.run("c2")
    expect(form.locator(".whosays-marks li input")).to_have_value("It names somebody.")


def test_marks_stand_in_the_right_place_behind_letters_outside_of_the_basic_plane(workbook):
    book, _ = asked(workbook, CHOICE)
    hostile(book, "Kept 😀 “here”: the words said so.")
    book.run("c1")
    book.do('await app.commands.execute("notebook:run-all-cells");')
    form = book.output("c2").locator(".whosays")
    expect(form.locator('[role="option"]').first).to_have_text("Kept")
    form.get_by_role("listbox").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "1"):
        book.page.keyboard.press(key)
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("This holds")


def hostile(book, text: str) -> None:
    """Put a bank with one question on *text* in place of the one that the open notebook asks."""
    number = CHOICE.id.partition("-")[0]
    path = book.path.parents[1] / "data" / "questions" / f"{number}_hostile.toml"
    for other in path.parent.glob(f"{number}_*.toml"):
        other.unlink()
    case = tomllib.loads((ROOT / "data" / "questions" / f"{CHOICE.lesson}.toml").read_text(encoding="utf-8"))[
        "case"
    ]
    entry = f'''
lesson = "{number}_hostile"
case = "{case}"
[texts.t]
title = "T"
text = """{text}"""
[[question]]
id = "{CHOICE.id}"
type = "marks"
rung = "alone"
sound = "neither"
prompt = """{text}"""
text = "t"
hint = """{text}"""
reason = """{text}"""
labels = {{ cue = """{text}""" }}
[[question.marks]]
words = "said"
label = "cue"
'''
    path.write_text(entry, encoding="utf-8")


def test_html_and_scripts_in_a_bank_or_an_answer_are_shown_and_not_run(workbook):
    book, _ = asked(workbook, CHOICE)
    text = "<img src=x onerror='window.hit=1'><script>window.hit=1</script> said"
    hostile(book, text)
    book.do('await app.commands.execute("notebook:run-all-cells");')
    form = book.output("c2").locator(".whosays")
    expect(form.locator(".whosays-prompt")).to_have_text(text)
    form.get_by_role("listbox").focus()
    book.page.keyboard.press("1")
    form.locator(".whosays-marks input").fill(text)
    form.locator(".whosays-check").click()
    said(form)
    form.locator(".whosays-check").click()
    expect(form.locator(".whosays-said")).to_contain_text("Only ours")
    assert book.page.evaluate(
        "() => [window.hit, document.querySelectorAll('.whosays img, .whosays script').length]"
    ) == [None, 0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_barriers_are_found_in_any_state_and_narrow_pages_are_not_wider_than_the_window(workbook, theme):
    book, forms = asked(workbook, *EACH)
    if theme == "dark":
        book.use_theme()
    assert book.barriers() == []
    choose = forms[KINDS.index("choice")]
    choose.locator("[data-control='answer']").last.check()
    choose.locator(".whosays-check").click()
    said(choose)
    book.shoot(f"exercises_{theme}")
    book.be_narrow()
    for kind, form in zip(KINDS, forms, strict=True):
        assert form.evaluate(WIDER) == [], kind
        form.scroll_into_view_if_needed()
        book.shoot(f"narrow_{theme}_{kind}")
    assert book.barriers() == []
