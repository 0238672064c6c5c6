// Words under a mouse or a finger. A mouse drags over words; a finger would scroll, so it taps the first and the last.

function wordUnder({ clientX, clientY }) {
  const word = document.elementFromPoint(clientX, clientY)?.closest?.("[data-n]");
  return word ? Number(word.dataset.n) : null;
}

// on has press(n, extend) and drag(n), for the number of a word.
export function listenToPointer(node, on) {
  let dragging = false;
  const letGo = () => {
    dragging = false;
  };
  node.addEventListener("pointerdown", (event) => {
    const n = wordUnder(event);
    if (n === null) return;
    dragging = event.pointerType === "mouse";
    on.press(n, event.shiftKey);
    event.preventDefault();
  });
  node.addEventListener("pointermove", (event) => {
    const n = dragging ? wordUnder(event) : null;
    if (n !== null) on.drag(n);
  });
  node.addEventListener("pointerup", letGo);
  node.addEventListener("pointerleave", letGo);
}
