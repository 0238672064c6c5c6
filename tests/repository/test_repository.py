"""The repository speaks of itself alone, and README's commands are the ones that CI runs."""

import doctest
import importlib.metadata
import json
import re
import shutil
import subprocess
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import whosays
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# Put together here so that this file does not hold what it looks for.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted.org",
    "npmjs" + ".org",
    "npmjs" + ".com",
    "conda" + ".anaconda",
]


def tracked() -> list[str]:
    """Return the files git tracks or would add; skip where this is no checkout."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout, so there are no tracked files to look through")
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def lines() -> list[tuple[str, str]]:
    found = []
    for name in tracked():
        data = (ROOT / name).read_bytes()
        if b"\0" not in data:
            found += [(name, line) for line in data.decode("utf-8").splitlines()]
    return found


def test_no_tracked_file_holds_the_address_of_a_package_registry():
    assert [(name, line) for name, line in lines() if any(host in line for host in REGISTRIES)] == []


def test_no_lock_file_is_tracked():
    assert not {"uv.lock", "package-lock.json", "poetry.lock"} & set(tracked())


def test_no_tracked_line_names_a_folder_of_one_machine():
    folders = re.compile(r"(?<![\w./-])/(home|root|Users|work|tmp)/\w")
    assert [(name, line) for name, line in lines() if folders.search(line) and "http" not in line] == []


def test_no_number_of_the_event_is_typed_in_the_package(case):
    numbers = {int(v) for v in case.claims["low"].dropna()} | {int(v) for v in case.claims["high"].dropna()}
    numbers = {
        n for n in numbers if n > 20 and n != 1000
    }  # number words and round numbers are not the event's
    typed = re.compile(r"(?<![\w.])(" + "|".join(f"{n}|{n:,}" for n in sorted(numbers)) + r")(?![\w.])")
    found = [(name, line) for name, line in lines() if name.startswith("src/") and typed.search(line)]
    assert found == []


def test_no_name_of_the_event_is_typed_in_the_package():
    names = re.compile("kyrgyzstan|tajikistan|batken|putin|kremlin|japarov|rahmon|2022", re.IGNORECASE)
    assert [(name, line) for name, line in lines() if name.startswith("src/") and names.search(line)] == []


def test_ci_runs_the_test_command_of_the_readme():
    command = "pip install uv && uv run pytest"
    assert command in README
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert command in [line.strip() for line in script.splitlines()]


def test_the_first_screen_of_the_readme_shows_a_picture_and_both_commands():
    first = README.splitlines()[:30]
    assert any(line.startswith("![") for line in first)
    assert any("jupyter lab" in line for line in first)
    assert any("uv run pytest" in line for line in first)


def test_the_code_in_the_readme_does_what_it_shows(monkeypatch):
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.attempted >= 5
    assert results.failed == 0


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "data/LICENSE.md"])
def test_links_in_the_papers_lead_somewhere(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert ((ROOT / name).parent / target).exists(), target


def test_every_dependency_has_its_reason():
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    assert [r for r in wanted if f"| {Requirement(r).name} |" not in reasons] == []


def test_tools_for_javascript_have_a_reason_and_one_version_each_and_nothing_is_needed_at_run_time():
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert package["private"]
    assert "dependencies" not in package
    for name, version in package["devDependencies"].items():
        assert f"| {name} |" in reasons
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name


def constraints() -> list[Requirement]:
    return [Requirement(line) for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()]


def test_every_installed_package_has_the_version_it_was_tested_with():
    pins = {
        canonicalize_name(pin.name): pin for pin in constraints() if not pin.marker or pin.marker.evaluate()
    }
    assert all(str(pin.specifier).startswith("==") for pin in pins.values())
    assert {canonicalize_name(Requirement(r).name) for r in PROJECT["project"]["dependencies"]} <= set(pins)
    found = {canonicalize_name(d.name): d.version for d in importlib.metadata.distributions()}
    wrong = {name: found[name] for name in found.keys() & pins if found[name] not in pins[name].specifier}
    if wrong and not (ROOT / "uv.lock").exists():
        pytest.skip(f"installed without uv and without -c constraints.txt, so these are in use: {wrong}")
    assert wrong == {}, "remove uv.lock, which is older than pyproject.toml, and run uv sync"


def test_the_constraints_for_pip_are_what_uv_installs():
    if not shutil.which("uv") or not (ROOT / "uv.lock").exists():
        pytest.skip("installed without uv, so there is nothing to compare with")
    [command] = re.findall(r"^    (uv export .*) \|", CONTRIBUTING, re.MULTILINE)
    made = subprocess.run(
        [*command.split(), "--frozen"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    written = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert made.stdout.replace(" ; sys_platform == 'never'", "") == written, "write it anew: CONTRIBUTING.md"


def test_every_place_that_names_the_version_names_the_one_of_the_package():
    cited = dict(
        re.findall(r"^(version|date-released): (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.M)
    )
    newest, date = re.findall(r"^## \[(.+?)\] - (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)[0]
    assert cited["version"] == newest == whosays.__version__
    assert cited.get("date-released", "Unreleased") == date


def test_the_package_imports_only_downwards():
    done = subprocess.run(["lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
