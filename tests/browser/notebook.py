"""A notebook open in JupyterLab: act in it as a reader would, and see what it shows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.lab import PATIENCE, Lab
from tests.browser.tab import KERNEL_LOST, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Locator

# Every script runs with these names at hand, and fails when it takes too long: a promise alone never would.
SCRIPT = """async (given) => {
    const app = window.jupyterapp, panel = app.shell.currentWidget, book = panel?.content;
    const kernel = () => panel.sessionContext.session?.kernel;
    const at = (id) => {
        const index = book.widgets.findIndex((cell) => cell.model.id === id);
        if (index < 0) throw new Error("there is no cell " + id);
        return index;
    };
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error("JupyterLab took too long")), %d));
    return Promise.race([late, (async () => { %s })()]);
}"""
# A page that shows JupyterLab already takes another notebook in a second; loading the page takes five.
SWITCH = """
    for (const old of [...app.shell.widgets("main")]) old.dispose();
    await app.commands.execute("docmanager:open", { path: given, factory: "Notebook" });
"""
READY = """
    await app.restored; await panel.revealed; await panel.context.ready; await panel.sessionContext.ready;
    await kernel().info;
"""
SHOWN = "() => window.jupyterapp?.shell?.currentWidget?.content?.widgets && document.querySelector('.jp-Notebook .jp-Cell')"


class Notebook:
    """Hold a notebook that is open in a page; waits for what it starts."""

    def __init__(self, tab: Tab, lab: Lab, path: Path):
        """Open the notebook at *path* in *tab*, in place of what is open there, and wait for its kernel."""
        self._tab, self.page, self.path, self._address = tab, tab.page, path, lab.address(path)
        if self.page.url == "about:blank":
            self.reload()
        else:
            self.do(SWITCH, lab.name(path))
            self._wait()
        self.use_theme("JupyterLab Light")

    def reload(self) -> None:
        """Load the page anew, and wait for the kernel; one that was shut down is started."""
        self.page.goto(self._address, wait_until="domcontentloaded")
        self._wait()

    def _wait(self) -> None:
        self.page.wait_for_function(SHOWN)
        self.do(READY)

    def do(self, script: str, given: Any = None) -> Any:
        """Return what *script* returns, run in the page with app, panel, book, kernel(), at(id) and *given*."""
        return self.page.evaluate(SCRIPT % (PATIENCE * 1000, script), given)

    def run_all(self) -> None:
        """Run every cell, and wait until the last has run."""
        self.do('book.deselectAll(); await app.commands.execute("notebook:run-all-cells");')

    def run(self, cell: str) -> None:
        """Run the cell with the id *cell*, and wait until it has run."""
        self.do(
            "book.deselectAll(); book.activeCellIndex = at(given);"
            'await app.commands.execute("notebook:run-cell");',
            cell,
        )

    def save(self) -> None:
        """Save the notebook to its file."""
        self.do("await panel.context.save();")

    def shut_down_kernel(self) -> None:
        """Shut the kernel down; reload() starts another. What JupyterLab says of the loss is no fault."""
        self._tab.forgive(*KERNEL_LOST)
        self.do("await panel.sessionContext.shutdown();")

    def restart_kernel(self) -> None:
        """Restart the kernel; what has been computed is lost."""
        self._tab.forgive(*KERNEL_LOST)
        self.do("await kernel().restart(); await kernel().info;")

    def cells(self) -> list[tuple[str, str]]:
        """Return id and source of every cell."""
        found = self.do("return book.widgets.map(({ model }) => [model.id, model.sharedModel.source]);")
        return [(cell, source) for cell, source in found]

    def errors(self) -> list[str]:
        """Return every error among the outputs, with the id of its cell."""
        return self.do("""
            return book.widgets.flatMap(({ model }) => (model.outputs?.toJSON() ?? [])
                .filter((output) => output.output_type === "error")
                .map((output) => `${model.id}: ${output.ename}: ${output.evalue}`));
        """)

    def output(self, cell: str) -> Locator:
        """Return the outputs of the cell with the id *cell*."""
        index = self.do("return at(given);", cell)
        return self.page.locator(".jp-Notebook .jp-Cell").nth(index).locator(".jp-OutputArea")

    def focused(self) -> str:
        """Return what has the focus, as the start of its HTML."""
        return self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")

    def use_theme(self, theme: str = "JupyterLab Dark") -> None:
        """Change to *theme* and wait until it is shown."""
        self.do(
            "if (document.body.dataset.jpThemeName !== given)"
            ' await app.commands.execute("apputils:change-theme", { theme: given });',
            theme,
        )
        self.page.wait_for_selector(f'body[data-jp-theme-name="{theme}"]', state="attached")

    def be_narrow(self, width: int = 400) -> None:
        """Make the window as narrow as a phone."""
        self.page.set_viewport_size({"width": width, "height": 800})

    def barriers(self, where: str = ".jp-Notebook .jp-OutputArea") -> list[str]:
        """Return the barriers to readers with disabilities that axe finds in *where*, by default all outputs."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page, context=where).response["violations"]
        return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]

    def shoot(self, name: str) -> None:
        """Take a picture of the page, where WHOSAYS_SHOTS names a folder for it."""
        self._tab.shoot(name)
