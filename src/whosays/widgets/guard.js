// JupyterLab reads single letters as commands: with a slider in focus, x would cut the whole cell.
// The guard keeps keys pressed inside a widget from reaching the notebook, and gives sliders their names.

const throughKeys = new Set(["Tab", "Escape"]);

function staysInWidget(event) {
  const inWidget = event.target.closest?.(".jp-OutputArea .jupyter-widgets, .jp-OutputArea .widget-box");
  const command = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter");
  return inWidget && !command && !throughKeys.has(event.key);
}

function nameSliders(box) {
  for (const handle of box.querySelectorAll(".noUi-handle")) {
    const label = handle.closest(".widget-inline-hbox")?.querySelector("label");
    if (label) handle.setAttribute("aria-label", label.textContent);
  }
}

function render({ el }) {
  el.style.display = "none";
  if (!window.whosaysKeyGuard) {
    window.whosaysKeyGuard = true;
    document.body.addEventListener("keydown", (event) => {
      if (staysInWidget(event)) event.stopPropagation();
    });
  }
  // Siblings are drawn after this view, each in its own time.
  const watch = new MutationObserver(() => nameSliders(document));
  watch.observe(document.body, { childList: true, subtree: true });
  const stop = setTimeout(() => watch.disconnect(), 10000);
  nameSliders(document);
  return () => {
    clearTimeout(stop);
    watch.disconnect();
  };
}

export default { render };
