// JupyterLab reads single letters as commands: with a slider in focus, x would cut the whole cell.
// The guard keeps keys pressed inside a widget from reaching the notebook. For those who cannot see the panel
// around it, it gives sliders the name that stands beside them, and says in words what the picture shows now.

const throughKeys = new Set(["Tab", "Escape"]);

function staysInWidget(event) {
  const inWidget = event.target.closest?.(".jp-OutputArea .jupyter-widgets, .jp-OutputArea .widget-box");
  const command = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter");
  return inWidget && !command && !throughKeys.has(event.key);
}

function guardKeys() {
  if (window.whosaysKeyGuard) return;
  window.whosaysKeyGuard = true;
  document.body.addEventListener("keydown", (event) => {
    if (staysInWidget(event)) event.stopPropagation();
  });
}

function nameSliders(box) {
  for (const handle of box.querySelectorAll(".noUi-handle")) {
    const label = handle.closest(".widget-inline-hbox")?.querySelector("label");
    if (label) handle.setAttribute("aria-label", label.textContent);
  }
}

function inWords(box) {
  const images = Array.from(box.querySelectorAll("img"), (image) => image.alt);
  if (images.length) return images.join(" ");
  return box.querySelector("table") ? `A table of ${box.querySelectorAll("tbody tr").length} rows.` : "";
}

function render({ el }) {
  guardKeys();
  el.setAttribute("role", "status");
  el.style.cssText = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";
  const tend = () => {
    const box = el.parentElement;
    if (!box) return;
    nameSliders(box);
    if (el.textContent !== inWords(box)) el.textContent = inWords(box);
  };
  // This view is drawn before it has a place in the page, and its siblings each in their own time. Cells out of
  // sight are not laid out, so nothing but the clock says when.
  const watch = new MutationObserver(tend);
  let timer;
  const begin = () => {
    if (!el.parentElement) return void (timer = setTimeout(begin, 50));
    watch.observe(el.parentElement, { childList: true, subtree: true });
    tend();
  };
  begin();
  return () => {
    clearTimeout(timer);
    watch.disconnect();
  };
}

export default { render };
