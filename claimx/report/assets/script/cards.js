// A claim as a card: who, what, how it is meant, and what can be done with it.

/** A row of a list with a card. `isAlone`: its article is not beside it, so that it tells which, and can be read alone. */
function cardRow(claim, isAlone) {
  const card = make(
    "article",
    {
      class: `card ${isAlone ? claim.listHue : claim.hue}`,
      id: `card-${claim.doc.index}-${claim.record.id}`,
      tabindex: 0,
      "aria-label": `${claim.who}: ${claim.record.text}`,
      mouseenter: () => light(claim),
      mouseleave: () => light(null),
      focusin: () => light(claim),
      focusout: () => light(null),
      click: (event) => {
        if (!event.target.closest("button, summary, textarea, .sheet, a") && !String(getSelection()))
          select(claim, "card");
      },
      keydown: (event) => cardKey(event, claim, card),
    },
    header(claim),
    make("p", { class: "said" }, (isAlone && claim.record.standalone) || claim.record.text),
    facts(claim, isAlone),
    isAlone ? whereLine(claim) : null,
    footer(claim),
  );
  card.claim = claim;
  showNote(card, claim);
  showMistakes(card, claim);
  return make("li", {}, card);
}

function header(claim) {
  const { record } = claim;
  return make(
    "header",
    {},
    make("span", { class: "who" }, claim.who),
    claim.asWritten ? make("span", { class: "as-written" }, `(${shortened(claim.asWritten)})`) : null,
    describe(claim) ? make("span", { class: "role" }, describe(claim)) : null,
    record.cue ? make("span", { class: "cue" }, oneLine(record.cue.text)) : null,
    record.addressee ? make("span", { class: "to" }, `to ${oneLine(record.addressee.text)}`) : null,
    claim.parent ? make("span", { class: "to" }, `told by ${claim.parent.who}`) : null,
    make("span", { class: "form" }, record.form),
  );
}

/** Figures, dates, what is out of the ordinary in how it is meant, and, where it is not told, whom words stand for. */
function facts(claim, isAlone) {
  const { record } = claim;
  const unusual = [
    record.act !== "assertive" && record.act !== "unknown" && record.act,
    record.stance !== "affirm" && (record.stance === "refute" ? "refuted" : "left open"),
    record.polarity === "negative" && "negative",
    record.certainty !== "certain" && record.certainty !== "unknown" && record.certainty,
  ].filter(Boolean);
  const words = [
    ...record.hedges.map((hedge) => `hedged: ${hedge.text}`),
    ...record.loaded.map((loaded) => `${loaded.kind.replace("_", " ")}: ${loaded.text}`),
  ];
  const tags = [
    ...record.quantities.map((quantity) =>
      make(
        "span",
        { class: "tag figure" },
        figureText(quantity, claim.doc),
        quantity.of ? make("span", { class: "of" }, ` ${oneLine(quantity.of.text)}`) : null,
      ),
    ),
    ...record.times
      .filter((time) => time.type !== "duration")
      .map((time) => make("span", { class: "tag date" }, timeText(time))),
    ...unusual.map((word) => make("span", { class: "tag" }, word)),
    ...words.map((word) => make("span", { class: "tag" }, word)),
    ...(isAlone ? [] : meant(record.references).map((words) => make("span", { class: "tag" }, words))),
  ];
  return tags.length
    ? make(
        "p",
        { class: "tags" },
        tags.flatMap((tag) => [tag, " "]),
      )
    : null;
}

/** Whom words mean, each name once: "I, my = Rosa Quint". */
function meant(references) {
  const words = new Map();
  for (const { text, name } of references || []) {
    if (name === text) continue;
    const known = words.get(name) || new Map();
    if (!known.has(text.toLowerCase())) known.set(text.toLowerCase(), oneLine(text));
    words.set(name, known);
  }
  return [...words].map(([name, known]) => `${[...known.values()].join(", ")} = ${name}`);
}

function whereLine(claim) {
  const open = make("button", { type: "button", class: "link", click: () => openClaim(claim) }, titleOf(claim.doc));
  return make("p", { class: "where" }, open, provenance(claim.doc) ? ` ${provenance(claim.doc)}` : "");
}

function footer(claim) {
  const { checkworthiness, confidence } = claim.record;
  return make(
    "footer",
    {},
    meter("check", "How much a fact-checker would want to check it", checkworthiness),
    meter("sure", "How likely words and source are right", confidence),
    make(
      "span",
      { class: "actions" },
      TICKS.map(([name, label, hint]) =>
        make(
          "button",
          {
            type: "button",
            class: `tick ${name}`,
            title: hint,
            "aria-pressed": hasTick(claim, name),
            click: (event) => {
              toggleTick(claim, name);
              showTicks(event.target.closest(".card"), claim);
            },
          },
          label,
        ),
      ),
      make(
        "button",
        { type: "button", class: "note-button", click: (event) => editNote(event.target.closest(".card"), claim) },
        "Note",
      ),
      copyMenu(claim),
    ),
  );
}

/** A share of one, as a short bar and in figures. */
function meter(name, hint, value) {
  const bar = draw(
    "svg",
    { class: "meter", viewBox: "0 0 30 6", width: 30, height: 6, "aria-hidden": "true" },
    draw("rect", { class: "ground", width: 30, height: 6, rx: 1 }),
    draw("rect", { class: "level", width: 30 * value, height: 6, rx: 1 }),
  );
  return make("span", { class: "measure", title: hint }, bar, make("span", {}, `${name} ${Math.round(100 * value)} %`));
}

function showTicks(card, claim) {
  for (const [name] of TICKS) find(`.tick.${name}`, card).setAttribute("aria-pressed", hasTick(claim, name));
  showMistakes(card, claim);
}

/** Of a claim that is ticked wrong, what is wrong with it, for whoever wants to say so. */
function showMistakes(card, claim) {
  const old = find(".mistakes", card);
  if (old) old.remove();
  if (!hasTick(claim, "wrong")) return;
  const buttons = MISTAKES.map(([name, label, hint]) => {
    const button = make(
      "button",
      {
        type: "button",
        title: hint,
        "aria-pressed": tickOf(claim).mistake === name,
        click: () => {
          toggleMistake(claim, name);
          for (const each of buttons) each.setAttribute("aria-pressed", each === button && tickOf(claim).mistake === name);
        },
      },
      label,
    );
    return button;
  });
  find("footer", card).after(
    make("div", { class: "mistakes", role: "group", "aria-label": "What is wrong" }, make("span", {}, "What is wrong?"), buttons),
  );
}

function showNote(card, claim) {
  const note = tickOf(claim).note;
  const old = find(".note", card);
  if (old) old.remove();
  if (note) find("footer", card).before(make("p", { class: "note" }, note));
}

function editNote(card, claim) {
  if (find(".note-editor", card)) return;
  const area = make("textarea", { rows: 2, "aria-label": "Note on this claim", placeholder: "Note" });
  area.value = tickOf(claim).note || "";
  const editor = make("div", { class: "note-editor" }, area);
  let isOpen = true; // taking the editor away takes the focus from it, too
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    setTick(claim, { note: area.value.trim() });
    editor.remove();
    showNote(card, claim);
  };
  area.addEventListener("blur", close);
  area.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
      event.preventDefault();
      close();
      card.focus();
    }
  });
  find("footer", card).before(editor);
  area.focus();
}
