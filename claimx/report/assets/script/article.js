// One article: its text on one side, its claims on the other.

let reachCard = null; // draws a claim's card, if it is not drawn yet

const ORDERS = [
  ["text", "As in the text"],
  ["checkworthiness", "Most worth checking"],
  ["confidence", "Surest first"],
  ["unsure", "Least sure first"],
];

function ordered(claims) {
  const by = {
    checkworthiness: (claim) => -claim.record.checkworthiness,
    confidence: (claim) => -claim.record.confidence,
    unsure: (claim) => claim.record.confidence,
  }[choice.order];
  return by ? [...claims].sort((a, b) => by(a) - by(b)) : claims;
}

function articleView(doc) {
  const text = make(
    "section",
    { class: "reading", "aria-label": "Article", tabindex: 0 },
    articleHead(doc),
    voices(doc),
    articleText(doc, doc.claims),
  );
  const shown = passing(doc.claims);
  // Words of claims that are filtered out are not marked.
  const passed = new Set(shown);
  for (const [claim, parts] of marks)
    if (!passed.has(claim))
      for (const element of Object.values(parts).flat())
        element.classList.toggle("off", !element.claims.some((each) => passed.has(each)));
  return make("div", { class: "pair" }, text, claimColumn(shown, doc.claims.length, false));
}

function articleHead(doc) {
  const first = paragraphs(doc.text)[0];
  const isInText = first && doc.text.slice(...first).trim() === (doc.title || "").trim();
  const link = /^https?:\/\//.test(doc.info.url || "")
    ? make("a", { href: doc.info.url, rel: "noreferrer noopener", target: "_blank" }, doc.info.url)
    : null;
  const about = [
    doc.publisher,
    doc.info.author,
    doc.published,
    counted(doc.words, "word"),
    counted(doc.claims.length, "claim"),
  ];
  return make(
    "header",
    { class: "article-head" },
    documents.length > 1
      ? make(
          "p",
          { class: "back" },
          make("button", { type: "button", class: "link", click: () => go("articles") }, "← All articles"),
        )
      : null,
    isInText ? null : make("h2", {}, titleOf(doc)),
    make("p", { class: "quiet about" }, about.filter(Boolean).join(" · "), link ? " · " : "", link),
    doc.warnings.map((warning) => make("p", { class: "warning" }, warning)),
  );
}

/** Who has how much of what is reported, as one bar; each part leads to the source's claims. */
function voices(doc) {
  const sums = new Map();
  for (const claim of doc.claims) {
    if (claim.voice !== "source" || claim.parent) continue;
    const sum = sums.get(claim.sourceKey) || { who: claim.who, key: claim.sourceKey, hue: claim.hue, words: 0 };
    sum.words += claim.words;
    sums.set(claim.sourceKey, sum);
  }
  const rows = [...sums.values()].sort((a, b) => b.words - a.words);
  const total = rows.reduce((sum, row) => sum + row.words, 0);
  if (!total) return null;
  let at = 0;
  const parts = rows.map((row) => {
    const width = (600 * row.words) / total;
    at += width;
    return draw("rect", { class: row.hue, x: at - width, width: Math.max(0.5, width - 1), height: 10 });
  });
  const names = rows.map((row) =>
    make(
      "button",
      {
        type: "button",
        class: `voice ${row.hue}`,
        "aria-pressed": filter.source === row.key,
        click: () => toggleSource(row.key),
      },
      make("span", { class: "dot", "aria-hidden": "true" }),
      row.who,
      make("span", { class: "quiet" }, ` ${Math.round((100 * row.words) / total)} %`),
    ),
  );
  return make(
    "section",
    { class: "voices", "aria-label": "Who speaks, by share of the reported words" },
    draw(
      "svg",
      { viewBox: "0 0 600 10", preserveAspectRatio: "none", width: "100%", height: 10, "aria-hidden": "true" },
      parts,
    ),
    make("p", {}, names),
  );
}

function toggleSource(key) {
  setFilter({ source: filter.source === key ? "" : key });
  buildFilters();
}

/** A list of claims with its head. `total`: how many there are without filters. */
function claimColumn(claims, total, isAlone) {
  const list = make("ol", { class: "cards", "aria-label": "Claims" });
  const count =
    claims.length === total ? counted(total, "claim") : `${grouped(claims.length)} of ${counted(total, "claim")}`;
  const column = make(
    "section",
    { class: "claims", "aria-label": "Claims" },
    make(
      "div",
      { class: "column-head" },
      make("h2", { id: "claim-count" }, count),
      choiceOf("Order", "order", ORDERS),
    ),
    list,
  );
  if (claims.length === 0)
    list.replaceWith(
      make("p", { class: "quiet empty" }, total ? "No claim passes the filters." : "No claims were found."),
    );
  const rows = ordered(claims);
  const isPaired = !isAlone && matchMedia("(min-width: 60rem)").matches;
  const filled = fillRows(list, rows, (claim) => cardRow(claim, isAlone), isPaired ? column : null);
  reachCard = (claim) => rows.includes(claim) && filled.reach(claim);
  return column;
}

/** All claims of all articles. */
function claimsView() {
  marks = new Map();
  return make(
    "div",
    { class: "single" },
    claimColumn(
      passing(allClaims()),
      documents.reduce((sum, doc) => sum + doc.total, 0),
      true,
    ),
  );
}
