// Every number: what it counts, by whom; several numbers for one thing stand side by side.

const SCOPES = [
  ["article", "Within an article"],
  ["all", "Over all articles"],
];

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
        ? choiceOf("Side by side", "side", SCOPES)
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
  const seen = new Set();
  const add = (quantity, doc, claim) => {
    const place = `${doc.index}:${quantity.span[0]}`;
    if (seen.has(place)) return;
    seen.add(place);
    const key = groupKey(quantity, doc) || place;
    if (!groups.has(key)) groups.set(key, { doc, figures: [], at: groups.size });
    groups.get(key).figures.push({ quantity, doc, claim });
  };
  // What is reported inside of a claim comes first: its source is the nearer one.
  for (const claim of [...claims].sort(
    (a, b) => a.doc.index - b.doc.index || Boolean(b.parent) - Boolean(a.parent) || a.number - b.number,
  ))
    for (const quantity of claim.record.quantities) add(quantity, claim.doc, claim);
  if (!isFiltering()) for (const doc of documents) for (const quantity of doc.quantities || []) add(quantity, doc, null);
  for (const group of groups.values()) summarize(group);
  return [...groups.values()].sort((a, b) => b.interest - a.interest || a.at - b.at);
}

/** What figures have in common that stand side by side: what they are of, and what they are measured in. */
function groupKey(quantity, doc) {
  const { key } = thingOf(quantity, doc);
  if (!key) return "";
  const unit = quantity.dimension === "ratio" ? "" : quantity.unit || ""; // "a third" and "30 %" are of one kind
  const per = quantity.per ? quantity.per.unit || quantity.per.text : "";
  return [choice.side === "all" ? "" : doc.index, quantity.dimension, unit, per, key].join("|");
}

/** The place of a figure on a line: shares in words, "a third", beside those in per cent. */
function placeOf({ dimension, unit, value, high }) {
  const scale = dimension === "ratio" && !unit ? 100 : 1;
  return [value * scale, (high === null ? value : high) * scale];
}

/** The least first; sources that differ are of more interest than one that gives several figures. */
function summarize(group) {
  const { figures } = group;
  figures.sort((a, b) => placeOf(a.quantity)[0] - placeOf(b.quantity)[0]);
  group.values = new Set(figures.map((figure) => placeOf(figure.quantity).join())).size;
  const speakers = new Set(figures.filter((figure) => figure.claim).map((figure) => figure.claim.sourceKey)).size;
  group.interest = group.values > 1 ? 1000 * Math.min(speakers, group.values) + group.values : 0;
}

/** What the figures of a group are of: what most call it, in the fewest words. */
function nameOf({ figures }) {
  const names = figures.map((figure) => thingOf(figure.quantity, figure.doc).name || oneLine((figure.quantity.of || { text: "" }).text));
  return mostTold(names, { isFullest: false }) || figures[0].quantity.dimension;
}

function figureRow(group) {
  const { figures } = group;
  return make(
    "li",
    { class: group.values > 1 ? "figure-row several" : "figure-row" },
    make(
      "div",
      { class: "thing" },
      make("strong", {}, nameOf(group)),
      documents.length > 1 && choice.side === "article" ? make("span", { class: "quiet" }, titleOf(group.doc)) : null,
    ),
    make(
      "div",
      {},
      group.values > 1 ? strip(figures) : null,
      make("ul", { class: "numbers" }, figures.map(numberItem)),
    ),
  );
}

function numberItem({ quantity, doc, claim }) {
  const who = claim ? claim.who : "outside of claims";
  const open = () => (claim ? openClaim(claim) : openArticle(doc));
  return make(
    "li",
    {},
    make(
      "button",
      { type: "button", class: `number ${claim ? claim.listHue : ""}`, click: open },
      make("span", { class: "value" }, figureText(quantity, doc)),
      make("span", { class: "by" }, who),
      make("span", { class: "context quiet" }, around(doc, quantity.span)),
      choice.side === "all" && documents.length > 1 ? make("span", { class: "by quiet" }, titleOf(doc)) : null,
    ),
  );
}

/** The words that a number stands among, in its line. */
function around(doc, [start, end]) {
  const { text } = doc;
  const [from, to] = [Math.max(text.lastIndexOf("\n", doc.at(start)) + 1, doc.at(start) - 24), doc.at(end)];
  const before = text.slice(from, doc.at(start)).replace(/^\S*\s/, "");
  const after = text
    .slice(to, to + 44)
    .split(/[\r\n]/)[0]
    .replace(/\s\S*$/, "");
  return oneLine(`… ${before}${text.slice(doc.at(start), to)}${after} …`);
}

/** Numbers for one thing on one line, from the least to the greatest. */
function strip(figures) {
  const values = figures.flatMap(({ quantity }) => placeOf(quantity));
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const x = (value) => 6 + (288 * (value - least)) / (greatest - least || 1);
  const parts = figures.map(({ quantity, claim }) => {
    const hue = claim ? claim.listHue : "hue-nobody";
    const [from, to] = placeOf(quantity).map(x);
    return quantity.high === null
      ? draw("circle", { class: hue, cx: from, cy: 8, r: 5 })
      : draw("rect", { class: hue, x: from, y: 5, width: Math.max(2, to - from), height: 6, rx: 3 });
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
