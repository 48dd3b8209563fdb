// What the keyboard does. Single letters work on the claim that has the focus alone.

const KEYS = [
  ["/", "Search"],
  ["↓ ↑ or j k", "Next, previous claim"],
  ["Enter", "Select the claim: its words stay lit"],
  ["1 2 3", "Tick it: checked, right, wrong"],
  ["n", "Note on it"],
  ["c", "Copy it with its citation"],
  ["Esc", "Let go of what is selected"],
  ["?", "These keys"],
];

function cardKey(event, claim, card) {
  if (event.target !== card || event.ctrlKey || event.metaKey || event.altKey) return;
  const action =
    {
      j: () => neighbour(card, 1),
      ArrowDown: () => neighbour(card, 1),
      k: () => neighbour(card, -1),
      ArrowUp: () => neighbour(card, -1),
      Enter: () => select(claim, "card"),
      " ": () => select(claim, "card"),
      n: () => editNote(card, claim),
      c: () => copy(citation(claim), "Text with citation"),
    }[event.key] ||
    (/^[123]$/.test(event.key) &&
      (() => {
        toggleTick(claim, TICKS[Number(event.key) - 1][0]);
        showTicks(card, claim);
      }));
  if (!action) return;
  event.preventDefault();
  action();
}

function neighbour(card, step) {
  const row = step > 0 ? card.parentElement.nextElementSibling : card.parentElement.previousElementSibling;
  const next = row && find(".card", row);
  if (next) next.focus();
}

addEventListener("keydown", (event) => {
  const isTyping = event.target.closest && event.target.closest("input, textarea, select, dialog");
  if (event.key === "Escape" && !isTyping) {
    if (selected) select(selected, "card");
    return;
  }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    find("#search").focus();
  } else if (event.key === "?") {
    openHelp();
  }
});

function openHelp() {
  const dialog = find("#help");
  dialog.replaceChildren(
    make("h2", { id: "help-title" }, "Keys"),
    make(
      "dl",
      {},
      KEYS.flatMap(([keys, what]) => [make("dt", {}, keys), make("dd", {}, what)]),
    ),
    make(
      "p",
      { class: "quiet" },
      isKept
        ? "Ticks and notes stay in this browser. “Save ticks” writes them to a file."
        : "This browser keeps no ticks here: save them before you leave.",
    ),
    make("form", { method: "dialog" }, make("button", { type: "button", click: () => dialog.close() }, "Close")),
  );
  dialog.showModal();
}
