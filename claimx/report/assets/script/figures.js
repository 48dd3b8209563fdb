// Every number: what it counts, by whom; several numbers for one thing stand side by side.

const SCOPES = [
  ["article", "Within an article"],
  ["all", "Over all articles"],
];
let scope = "article";

function figuresView() {
  const groups = groupsOf(passing(allClaims()));
  const list = make("ol", { class: "figures", "aria-label": "Figures" });
  const numbers = groups.reduce((sum, group) => sum + group.figures.length, 0);
  const body = make(
    "div",
    { class: "single" },
    make(
      "div",
      { class: "column-head" },
      make("h2", {}, counted(numbers, "figure")),
      documents.length > 1
        ? chooser("Side by side", SCOPES, scope, (value) => {
            scope = value;
            render({ keepScroll: true });
          })
        : null,
    ),
    list,
  );
  if (groups.length === 0)
    list.replaceWith(make("p", { class: "quiet empty" }, isFiltering() ? NO_ROWS : "No figures were found."));
  fillRows(list, groups, figureRow);
  return body;
}

/** Figures of the claims, and, without filters, those that stand in no claim; those for one thing together. */
function groupsOf(claims) {
  const groups = new Map();
  const add = (quantity, doc, claim) => {
    const thing = thingOf(quantity);
    const key = [
      scope === "all" ? "" : doc.index,
      quantity.dimension,
      quantity.unit || "",
      thing || `${doc.index}:${quantity.span[0]}`,
    ].join("|");
    const group = groups.get(key) || { quantity, thing, doc, figures: [], at: groups.size };
    groups.set(key, group);
    if (!group.figures.some((figure) => figure.doc === doc && figure.quantity.span[0] === quantity.span[0]))
      group.figures.push({ quantity, doc, claim });
  };
  const inClaims = new Set();
  // What is reported inside of a claim comes first: its source is the nearer one.
  for (const claim of [...claims].sort(
    (a, b) => a.doc.index - b.doc.index || Boolean(b.parent) - Boolean(a.parent) || a.number - b.number,
  )) {
    for (const quantity of claim.record.quantities) {
      inClaims.add(`${claim.doc.index}:${quantity.span[0]}`);
      add(quantity, claim.doc, claim);
    }
  }
  if (!isFiltering())
    for (const doc of documents)
      for (const quantity of doc.quantities || [])
        if (!inClaims.has(`${doc.index}:${quantity.span[0]}`)) add(quantity, doc, null);
  const found = [...groups.values()];
  for (const group of found) {
    group.figures.sort((a, b) => a.quantity.value - b.quantity.value);
    group.values = new Set(group.figures.map((figure) => `${figure.quantity.value}:${figure.quantity.high}`)).size;
  }
  return found.sort(
    (a, b) => (b.values > 1) - (a.values > 1) || (a.values > 1 ? b.values - a.values : 0) || a.at - b.at,
  );
}

/** What is counted, so that figures for it meet: its last word, without the end of a plural. */
function thingOf(quantity) {
  if (!quantity.of) return "";
  const words = oneLine(quantity.of.text).toLowerCase().split(" ");
  return words
    .at(-1)
    .replace(/[^\p{L}\p{N}]+$/u, "")
    .replace(/(?<=\p{L}{3})s$/u, "");
}

function figureRow(group) {
  const { figures } = group;
  const name = group.thing
    ? longest(figures.map((figure) => oneLine(figure.quantity.of ? figure.quantity.of.text : "")))
    : figures[0].quantity.dimension;
  return make(
    "li",
    { class: group.values > 1 ? "figure-row several" : "figure-row" },
    make(
      "div",
      { class: "thing" },
      make("strong", {}, name),
      documents.length > 1 && scope === "article" ? make("span", { class: "quiet" }, titleOf(group.doc)) : null,
    ),
    make(
      "div",
      {},
      group.values > 1 ? strip(figures) : null,
      make("ul", { class: "numbers" }, figures.map(numberItem)),
    ),
  );
}

const longest = (texts) => texts.reduce((a, b) => (b.length > a.length ? b : a), "");

function numberItem({ quantity, doc, claim }) {
  const who = claim ? claim.who : "outside of claims";
  const open = () => (claim ? openClaim(claim) : openArticle(doc));
  return make(
    "li",
    {},
    make(
      "button",
      { type: "button", class: `number ${claim ? claim.hue : ""}`, click: open },
      make("span", { class: "value" }, figureText(quantity)),
      make("span", { class: "by" }, who),
      make("span", { class: "context quiet" }, around(doc, quantity.span)),
      scope === "all" && documents.length > 1 ? make("span", { class: "by quiet" }, titleOf(doc)) : null,
    ),
  );
}

/** The words that a number stands among. */
function around(doc, [start, end]) {
  const from = Math.max(doc.text.lastIndexOf("\n", doc.at(start)) + 1, doc.at(start) - 24);
  const before = oneLine(doc.text.slice(from, doc.at(start)).replace(/^\S*\s/, ""));
  const after = oneLine(
    doc.text
      .slice(doc.at(end), doc.at(end) + 44)
      .split(/[\r\n]/)[0]
      .replace(/\s\S*$/, ""),
  );
  return oneLine(`… ${before} ${doc.text.slice(doc.at(start), doc.at(end))} ${after} …`);
}

/** Numbers for one thing on one line, from the least to the greatest. */
function strip(figures) {
  const values = figures.flatMap(({ quantity }) => [
    quantity.value,
    quantity.high === null ? quantity.value : quantity.high,
  ]);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const x = (value) => 6 + (288 * (value - least)) / (greatest - least || 1);
  const parts = figures.map(({ quantity, claim }) => {
    const hue = claim ? claim.hue : "hue-nobody";
    return quantity.high === null
      ? draw("circle", { class: hue, cx: x(quantity.value), cy: 8, r: 5 })
      : draw("rect", {
          class: hue,
          x: x(quantity.value),
          y: 5,
          width: Math.max(2, x(quantity.high) - x(quantity.value)),
          height: 6,
          rx: 3,
        });
  });
  return draw(
    "svg",
    {
      class: "strip",
      viewBox: "0 0 300 16",
      width: 300,
      height: 16,
      role: "img",
      "aria-label": `from ${grouped(least)} to ${grouped(greatest)}`,
    },
    draw("line", { class: "axis", x1: 0, x2: 300, y1: 8, y2: 8 }),
    parts,
  );
}
