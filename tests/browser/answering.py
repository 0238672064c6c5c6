"""Answer a question in the browser: with the mouse, or with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whosays.questions import Question
from whosays.text import spans

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FOCUSED = """() => {
    const e = document.activeElement, d = e.dataset;
    return { tag: e.tagName, type: e.type, control: d.control ?? "", value: e.value ?? "", checked: e.checked ?? false,
             id: d.id ?? "", text: e.textContent, role: e.getAttribute("role") ?? "" };
}"""


def right_answer(question: Question) -> Any:
    """Return an answer to *question* that its bank says is right."""
    if question.type == "predict":
        chosen = {"choice": next(iter(question.options))} if question.options else {}
        return {**chosen, "sentence": "Because."}
    return question.entry["accept"][0]


def values(question: Question) -> dict[str, Any]:
    """Return the right value of every control of *question*, by the id of the control."""
    answer = right_answer(question)
    controls = [control.id for control in question.controls()]
    return {"answer": answer} if controls == ["answer"] else {name: answer.get(name) for name in controls}


def answer_by_mouse(form: Locator, question: Question) -> None:
    """Fill in the controls of *form* with the mouse (and type where one writes), and click the button."""
    for control in question.controls():
        value = values(question)[control.id]
        mine = form.locator(f'[data-control="{control.id}"]')
        if control.kind in ("radio", "checks"):
            for chosen in [value] if control.kind == "radio" else value or []:
                form.locator(f'label:has([data-control="{control.id}"][value="{chosen}"])').click()
        elif control.kind == "select":
            mine.select_option(value)
        elif control.kind == "order":
            _sort(mine, value)
        elif control.kind == "marks":
            for words, label in _marks(question):
                _drag(form, *words)
                form.get_by_role("toolbar").get_by_role("button").nth(label - 1).click()
        elif value:
            mine.fill(str(value))
    _sure(form, question)
    form.locator(".whosays-check").click()


def answer_by_keyboard(page: Page, form: Locator, question: Question) -> None:
    """Fill in the controls of *form* with keys alone, from its first control on, and press Enter on the button."""
    form.locator("input, select, textarea, button, [tabindex='0']").first.focus()
    wanted = {
        name: str(value) if isinstance(value, int) else value for name, value in values(question).items()
    }
    for _ in range(300):
        here = page.evaluate(FOCUSED)
        if here["type"] == "submit":
            page.keyboard.press("Enter")
            return
        _act(page, here, wanted, question)
        page.keyboard.press("Tab")
    raise AssertionError("the button was not reached with the Tab key")


def _act(page: Page, here: dict[str, Any], wanted: dict[str, Any], question: Question) -> None:
    value = wanted.get(here["control"]) if here["control"] else None
    if here["role"] == "listbox":
        _mark_by_keys(page, question)
    elif here["type"] == "radio":
        _choose(page, value or "80")
    elif here["type"] == "checkbox":
        if here["value"] in (value or []):
            page.keyboard.press("Space")
    elif here["tag"] == "SELECT":
        for _ in range(60):
            if page.evaluate(FOCUSED)["value"] == value:
                break
            page.keyboard.press("ArrowDown")
    elif here["tag"] == "TEXTAREA" or (here["tag"] == "INPUT" and here["control"]):
        page.keyboard.type(str(value or ""))
    elif here["id"]:
        _sort_by_keys(page, wanted["answer"])


def _choose(page: Page, value: str) -> None:
    """Move through the radio buttons in focus until the one with *value* is chosen."""
    page.keyboard.press("Space")
    for _ in range(20):
        here = page.evaluate(FOCUSED)
        if here["value"] == value and here["checked"]:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the option {value} was not reached with the arrow keys")


def _sort(items: Locator, order: list[str]) -> None:
    """Move the *items* up, one click at a time, until they stand in *order*."""
    for place, name in enumerate(order):
        while items.locator("li").nth(place).locator(f'[data-id="{name}"]').count() == 0:
            items.locator(f'[data-id="{name}"][data-by="-1"]').click()


def _sort_by_keys(page: Page, order: list[str]) -> None:
    """Tab through the arrows of a list, and press those that bring it into *order*."""
    ids = "() => [...document.activeElement.closest('ol').querySelectorAll('[data-by=\"-1\"]')].map((b) => b.dataset.id)"
    for place, name in enumerate(order):
        while page.evaluate(ids).index(name) > place:
            _tab_to(page, name)
            page.keyboard.press("Enter")
    last = page.evaluate(ids)[-1]
    _tab_to(page, last, "1")


def _tab_to(page: Page, name: str, by: str = "-1") -> None:
    """Press Tab, or Shift and Tab, until the arrow of *name* is in focus."""
    for key in ["Shift+Tab"] * 20 + ["Tab"] * 40:
        here = page.evaluate("() => [document.activeElement.dataset.id, document.activeElement.dataset.by]")
        if here == [name, by]:
            return
        inside = page.evaluate("() => !!document.activeElement.closest('ol')")
        page.keyboard.press(key if inside or key == "Tab" else "Tab")


def _marks(question: Question) -> list[tuple[tuple[int, int], int]]:
    """Return the right marks as numbers of first and last word, and the number of the label."""
    shown = [
        w
        for w in spans.words(question.ground.text)
        if any(p.start <= w.start < p.end for p in question.passage)
    ]
    labels = list(question.names)
    found = []
    for mark in question.read(right_answer(question)):
        inside = [n for n, w in enumerate(shown) if w.start < mark.span.end and mark.span.start < w.end]
        found.append(((inside[0], inside[-1]), labels.index(mark.label) + 1))
    return found


def _drag(form: Locator, first: int, last: int) -> None:
    words = form.locator('[role="option"]')
    page = form.page
    words.nth(first).scroll_into_view_if_needed()
    words.nth(last).scroll_into_view_if_needed()
    start, end = words.nth(first).bounding_box(), words.nth(last).bounding_box()
    page.mouse.move(start["x"] + 3, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] - 3, end["y"] + end["height"] / 2)
    page.mouse.up()


def _mark_by_keys(page: Page, question: Question) -> None:
    cursor = 0
    for (first, last), label in _marks(question):
        for _ in range(abs(first - cursor)):
            page.keyboard.press("ArrowRight" if first > cursor else "ArrowLeft")
        for _ in range(last - first):
            page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press(str(label))
        cursor = last


def _sure(form: Locator, question: Question) -> None:
    if question.confident:
        form.locator('.whosays-sure label:has(input[value="80"])').click()
