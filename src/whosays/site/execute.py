"""Run a notebook where nobody has answered yet, to show what its cells show."""

import json
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from whosays.site.errors import SiteError

SECONDS = 120  # for one cell
_read: Any = nbformat.read  # it has no types


def run(path: Path) -> dict[str, Any]:
    """Return the notebook at *path* with the outputs of all cells and the state of its widgets.

    Raises SiteError where a cell fails.
    """
    notebook = _read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--IPKernelApp.log_level=40"],  # no warnings on how kernels talk on one machine
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise SiteError(f"{path.name} does not run to its end: {error.ename}: {error.evalue}") from None
    ran: dict[str, Any] = json.loads(json.dumps(notebook))
    return ran
