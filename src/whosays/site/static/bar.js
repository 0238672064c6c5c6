// The bar above a lesson in the browser: one line that is told, how far loading is, and buttons.

function itemOf(text, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", act);
  const item = document.createElement("li");
  item.append(button);
  return item;
}

// Returns what can be done with the bar in the page; its markup is bar.html.
export function barOf(node) {
  const told = node.querySelector("[role=status]");
  const progress = node.querySelector("progress");
  const actions = node.querySelector("menu");
  const bar = {
    // Tells *text*; how far loading is goes from 0 to 100, is null where nobody knows, and is left out at rest.
    say(text, far) {
      told.textContent = text;
      progress.hidden = far === undefined;
      if (far === null) progress.removeAttribute("value");
      else if (far !== undefined) progress.value = far;
    },
    // Offers buttons, each a name and what it does, in place of those before.
    offer(...buttons) {
      const failed = (error) => bar.say(`That did not work: ${error.message}`);
      actions.replaceChildren(...buttons.map(([text, act]) => itemOf(text, () => act().catch(failed))));
    },
    show: () => document.body.classList.add("whosays-with-bar"),
    hide() {
      node.hidden = true;
      document.body.classList.remove("whosays-with-bar");
      window.dispatchEvent(new Event("resize"));
    },
  };
  return bar;
}
