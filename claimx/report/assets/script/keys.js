// What the keyboard does. Single letters work on the claim that has the focus alone.

const KEYS = [
  ["/", "Search"],
  ["↓ ↑ or j k", "Next, previous claim"],
  ["Enter", "Select the claim: its words stay lit"],
  ["1 2 3", "Tick it: checked, right, wrong"],
  ["n", "Note on it"],
  ["c", "Copy it with its citation"],
  ["Esc", "Let go of what is selected"],
  ["?", "This help"],
];

/** What is on the page, a sentence each; what has an example is shown as it looks. */
const MEANINGS = [
  [["Colour", "sample hue0"], "Each source has one; the words that it says are underlined in it, and its bar beside a claim has it."],
  [["dotted", "sample dotted"], "The article itself asserts it, and says it of nobody."],
  [["Source", "sample source hue0"], "Who says it is bold; the word that tells so is in italics."],
  [["42", "sample figure"], "A figure; ≥, ≤ and ≈ are “at least”, “at most” and “about”; ▲ ▼ is by how much something rose or fell."],
  [["Friday", "sample date"], "A date; beside a claim it stands as the day that is meant."],
  [["check"], "How much a fact-checker would want to check the claim, from 0 to 100 %: not whether it is true."],
  [["sure"], "How likely it is that claimx has read the words and the source rightly."],
  [["Checked", "tick"], "You have dealt with the claim."],
  [["Right", "tick"], "claimx has read it rightly: these words, from this source."],
  [["Wrong", "tick"], "claimx has read it wrongly: it is not said so, or not by this source. Whether it is true is for the note."],
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
    make("h2", { id: "help-title" }, "What is what"),
    make(
      "dl",
      {},
      MEANINGS.flatMap(([[word, look], what]) => [
        make("dt", {}, make("span", { class: look || null }, word)),
        make("dd", {}, what),
      ]),
    ),
    make("h2", {}, "Keys"),
    make("dl", {}, KEYS.flatMap(([keys, what]) => [make("dt", {}, keys), make("dd", {}, what)])),
    make(
      "p",
      { class: "quiet" },
      isKept
        ? "Ticks and notes stay in this browser. “Save ticks” writes them to a file, which “claimx evaluate attributions FILE” sums up."
        : "This browser keeps no ticks here: save them before you leave.",
    ),
    make("form", { method: "dialog" }, make("button", { type: "button", click: () => dialog.close() }, "Close")),
  );
  dialog.showModal();
  dialog.scrollTop = 0;
}
