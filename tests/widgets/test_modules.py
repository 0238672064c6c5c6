"""The modules of a front end become one module that means the same, and a breach of the rules is told in a sentence."""

import json
import re
import shutil
import subprocess

import pytest

from tests.conftest import ROOT
from whosays.widgets.modules import joined

JS = ROOT / "src" / "whosays" / "widgets" / "js"
FRONTS = ["form.js", "guard.js", "marker.js"]
DEFAULT = "export default { render };\n"
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(
    NODE is None, reason="there is no node here, and only node runs JavaScript without a page"
)


@pytest.fixture
def front(tmp_path):
    """Return a function that writes modules, by name and source, and returns the path of the first."""

    def write(**sources: str):
        for name, source in sources.items():
            (tmp_path / f"{name}.js").write_text(source, encoding="utf-8")
        return tmp_path / f"{next(iter(sources))}.js"

    return write


def run(text: str, tmp_path) -> object:
    """Return what the function that the module *text* has as its render returns, as node runs it."""
    module = tmp_path / "joined.mjs"
    module.write_text(text, encoding="utf-8")
    program = f'import front from "{module.as_uri()}"; console.log(JSON.stringify(front.render()));'
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def refused(path) -> str:
    with pytest.raises(ValueError, match=r"^\w+\.js: |imports") as caught:
        joined(path)
    return str(caught.value)


@needs_node
def test_what_is_imported_is_there_however_deep_and_each_module_keeps_its_own_names(front, tmp_path):
    entry = front(
        a='import { b } from "./b.js";\nimport { c, D } from "./c.js";\n'
        "const own = 1;\nfunction render() {\n  return [own, b(), c, new D().e];\n}\n" + DEFAULT,
        b='import {\n  c,\n  D,\n} from "./c.js";\nconst own = 2;\nexport function b() {\n  return [own, c, D.name];\n}\n',
        c="const own = 3;\nexport const c = own;\nexport class D {\n  e = own;\n}\nexport async function f() {}\n",
    )
    assert run(joined(entry), tmp_path) == [1, [2, 3, "D"], 3, 3]


@needs_node
def test_a_module_that_two_others_import_is_run_once(front, tmp_path):
    entry = front(
        a='import { next } from "./count.js";\nimport { b } from "./b.js";\nconst render = () => [next(), b()];\n'
        + DEFAULT,
        b='import { next } from "./count.js";\nexport function b() {\n  return next();\n}\n',
        count="let n = 0;\nexport function next() {\n  return ++n;\n}\n",
    )
    assert run(joined(entry), tmp_path) == [1, 2]


@pytest.mark.parametrize(
    "line",
    [
        'import b from "./b.js";',
        'import * as b from "./b.js";',
        'import { b as c } from "./b.js";',
        'import "./b.js";',
        'import { b } from "b";',
        'import { b } from "../b.js";',
        'import { b } from "https://example.org/b.js";',
        'const b = await import("./b.js");',
        "export { b };",
        'export * from "./b.js";',
        "export let b = 1;",
        "export default render;",
    ],
)
def test_a_line_that_breaks_the_rules_is_quoted(front, line):
    told = refused(front(a=f"{line}\nconst render = 1;\n{DEFAULT}", b="export const b = 1;\n"))
    assert (
        told
        == f"a.js: “{line.removeprefix('const b = await ')}” is neither an import of names nor an export of one"
    )


def test_only_what_a_widget_renders_has_a_default(front):
    importing = 'import { b } from "./b.js";\n' + DEFAULT
    assert "b.js: “export default { b };”" in refused(front(a=importing, b="export default { b };\n"))
    assert "there is no “export default {…};”" in refused(front(c="const render = 1;\n"))


def test_what_is_not_there_is_named_with_the_module_that_asks_for_it(front):
    assert (
        refused(front(a='import { b } from "./gone.js";\n' + DEFAULT))
        == "a.js: there is no gone.js to import"
    )
    missing = front(
        c='import { d, e, f } from "./d.js";\n' + DEFAULT, d="export const e = 1;\nconst f = 2;\n"
    )
    assert refused(missing) == "c.js: d.js does not export d, f"


def test_modules_that_import_each_other_are_named_in_their_circle(front):
    entry = front(
        a='import { b } from "./b.js";\n' + DEFAULT,
        b='import { c } from "./c.js";\nexport const b = 1;\n',
        c='import { b } from "./b.js";\nexport const c = 1;\n',
    )
    assert "a.js imports b.js imports c.js imports b.js" in refused(entry)


@pytest.mark.parametrize("name", FRONTS)
def test_a_front_end_is_one_text_that_loads_nothing_else(name):
    text = joined(JS / name)
    assert not re.search(r"^\s*import\b|\bimport\(|\bfrom \"", text, re.MULTILINE)
    assert re.findall(r"^export .*", text, re.MULTILINE) == [text.rstrip().splitlines()[-1]]


@needs_node
@pytest.mark.parametrize("name", FRONTS)
def test_a_front_end_can_be_loaded(name, tmp_path):
    text = joined(JS / name).replace("export default {", "const shown = {")
    assert run(text + "\nexport default { render: () => typeof shown.render };\n", tmp_path) == "function"


def test_every_module_belongs_to_a_front_end():
    used = {
        name
        for front in FRONTS
        for name in re.findall(r"^const \$(\w+) = ", joined(JS / front), re.MULTILINE)
    }
    assert {path.name for path in JS.glob("*.js")} == {f"{name}.js" for name in used} | set(FRONTS)


@needs_node
def test_the_javascript_does_what_its_own_tests_say():
    tests = sorted((ROOT / "tests" / "js").glob("*.test.mjs"))
    assert tests
    done = subprocess.run([NODE, "--test", *tests], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout[-5000:]
