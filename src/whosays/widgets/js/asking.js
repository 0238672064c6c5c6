// What is asked of Python, and when: a draft once the reader pauses, an answer at once, and how long to wait for it.

const PAUSE = 500;
const PATIENCE = 4000;

// given() returns answer and confidence; silent() is called where Python does not answer in time.
export function askingOf(model, given, silent) {
  let drafting,
    waiting,
    asked = false;
  const send = (does, more = {}) => {
    clearTimeout(drafting);
    model.send({ do: does, ...more });
  };
  const heard = () => clearTimeout(waiting);
  return {
    send,
    heard,
    draft() {
      asked = false; // whoever goes on writing is not to be scrolled away
      clearTimeout(drafting);
      drafting = setTimeout(() => send("draft", given()), PAUSE);
    },
    check() {
      heard();
      waiting = setTimeout(silent, PATIENCE);
      asked = true;
      send("check", given());
    },
    // Returns whether a reply was asked for, once.
    wasAsked() {
      const was = asked;
      asked = false;
      return was;
    },
    stop() {
      clearTimeout(drafting);
      heard();
    },
  };
}
