// An article's text with the words of its claims marked in place.

let marks = new Map(); // of the article that is open: claim -> {content, source, cue, figures} elements

/** The text in paragraphs. Marks may overlap, so the text is cut wherever one begins or ends. */
function articleText(doc, claims) {
  const spans = spansOf(doc, claims);
  marks = new Map(claims.map((claim) => [claim, { content: [], source: [], cue: [], figures: [] }]));
  const cuts = [...new Set([0, doc.text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort(
    (a, b) => a - b,
  );
  const body = make("div", { class: "text", mouseover: hoverText, mouseleave: () => light(null), click: clickText });
  for (const [start, end] of paragraphs(doc.text)) {
    const words = doc.text.slice(start, end);
    const paragraph = make("p", { class: words.trim() === (doc.title || "").trim() ? "headline" : null });
    appendPieces(paragraph, doc.text, start, end, cuts, spans);
    body.append(paragraph);
  }
  return body;
}

/** Every mark as {start, end, role, claim}, in UTF-16. */
function spansOf(doc, claims) {
  const found = [];
  const add = (span, role, claim) => found.push({ start: doc.at(span[0]), end: doc.at(span[1]), role, claim });
  for (const claim of claims) {
    const { record } = claim;
    record.spans.forEach((span) => add(span, "content", claim));
    if (record.source) record.source.spans.forEach((span) => add(span, "source", claim));
    if (record.cue) record.cue.spans.forEach((span) => add(span, "cue", claim));
    record.quantities.forEach((quantity) => add(quantity.span, "figure", claim));
    record.times.forEach((time) => add(time.span, "date", claim));
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where the paragraphs stand: parted by blank lines, or, in a text without any, by the ends of lines. */
function paragraphs(text) {
  const gap = /\n[ \t\r]*\n/.test(text) ? /(?:\r?\n[ \t]*){2,}/g : /[\r\n]+/g;
  const found = [];
  let start = 0;
  for (const match of text.matchAll(gap)) {
    if (text.slice(start, match.index).trim()) found.push([start, match.index]);
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim()) found.push([start, text.length]);
  return found;
}

function appendPieces(paragraph, text, from, to, cuts, spans) {
  const inside = spans.filter((span) => span.start < to && span.end > from);
  const edges = [from, ...cuts.filter((cut) => cut > from && cut < to), to];
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [start, end] = [edges[index], edges[index + 1]];
    const here = inside.filter((span) => span.start <= start && span.end >= end);
    const words = text.slice(start, end);
    paragraph.append(here.length ? piece(words, here) : words);
  }
}

/** Words with all marks that lie on them: a source and its cue have their own colour, else the shortest statement's. */
function piece(words, here) {
  const roles = new Set(here.map((span) => span.role));
  const contents = here.filter((span) => span.role === "content").sort((a, b) => b.end - b.start - (a.end - a.start));
  const frame = here.filter((span) => span.role === "source" || span.role === "cue");
  const owner = frame.at(-1) || contents.at(-1) || here[0];
  const line = contents.length && contents.at(-1).claim.isNarrated ? "dotted" : "";
  const element = make(
    "span",
    { class: `mark ${[...roles].map((role) => `m-${role}`).join(" ")} ${line} ${owner.claim.hue}` },
    words,
  );
  element.claims = [...new Set([...contents.map((span) => span.claim), ...frame.map((span) => span.claim)])];
  for (const span of here) {
    const role = span.role === "date" ? "figures" : span.role === "figure" ? "figures" : span.role;
    marks.get(span.claim)[role].push(element);
  }
  return element;
}

const claimAt = (event) => {
  const element = event.target.closest(".mark");
  return element && element.claims.length ? element.claims.at(-1) : null;
};
const hoverText = (event) => light(claimAt(event), "text");

function clickText(event) {
  const claim = claimAt(event);
  if (claim && !String(getSelection())) select(claim, "text");
}

// --- lighting up ---

let lit = null;
let selected = null;

/** Light a claim up, its words, source, figures and card; null: only what is selected stays. */
function light(claim) {
  const wanted = claim || selected;
  if (wanted === lit) return;
  if (lit) paint(lit, false);
  if (wanted) paint(wanted, true);
  lit = wanted;
}

function paint(claim, isOn) {
  const parts = marks.get(claim);
  if (parts)
    for (const [role, elements] of Object.entries(parts))
      for (const element of elements) element.classList.toggle(`lit-${role}`, isOn);
  const card = cardOf(claim);
  if (card) card.classList.toggle("lit", isOn);
}

const cardOf = (claim) => document.getElementById(`card-${claim.doc.index}-${claim.record.id}`);

/** Select a claim: it stays lit, and what was not looked at, its card or its words, is brought into view. */
function select(claim, from) {
  const old = selected;
  selected = claim === selected && from !== "link" ? null : claim;
  for (const each of [old, selected])
    if (each && cardOf(each)) cardOf(each).classList.toggle("selected", each === selected);
  remember();
  light(null);
  if (lit !== selected) light(selected);
  if (!selected) return;
  if (from !== "card" && reachCard) reachCard(claim);
  const card = cardOf(claim);
  if (card) card.classList.add("selected", "lit");
  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  if (from !== "card" && card) card.scrollIntoView({ block: "nearest", behavior: smooth });
  const words = marks.get(claim) && marks.get(claim).content[0];
  if (from !== "text" && words && view === "article") words.scrollIntoView({ block: "center", behavior: smooth });
}
