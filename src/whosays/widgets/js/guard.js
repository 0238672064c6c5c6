// The part of a panel that nobody sees. It keeps keys pressed inside a widget from reaching the notebook, and tells
// those who cannot see the panel what it shows now.

import { staysInPanel } from "./keys.js";
import { inWords, nameSliders } from "./spoken.js";

const UNSEEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";

// One guard watches over the whole page, however many panels there are.
function guardKeys() {
  if (window.whosaysKeyGuard) return;
  window.whosaysKeyGuard = true;
  document.body.addEventListener("keydown", (event) => {
    if (staysInPanel(event)) event.stopPropagation();
  });
}

export function tend(el) {
  const box = el.parentElement;
  if (!box) return;
  nameSliders(box);
  const words = inWords(box);
  if (el.textContent !== words) el.textContent = words; // the same words again would be read out again
}

// A view is drawn before it has a place in the page, and its siblings each in their own time. Cells out of sight are
// not laid out, so nothing but the clock says when.
function watchFrom(el) {
  const watch = new MutationObserver(() => tend(el));
  let timer;
  const begin = () => {
    if (!el.parentElement) {
      timer = setTimeout(begin, 50);
      return;
    }
    watch.observe(el.parentElement, { childList: true, subtree: true });
    tend(el);
  };
  begin();
  return () => {
    clearTimeout(timer);
    watch.disconnect();
  };
}

function render({ el }) {
  guardKeys();
  el.setAttribute("role", "status");
  el.style.cssText = UNSEEN;
  return watchFrom(el);
}

export default { render };
