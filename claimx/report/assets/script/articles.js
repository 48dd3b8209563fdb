// The list of all articles with their counts.

const ARTICLE_ORDERS = [
  ["given", "As given"],
  ["top", "Most worth checking"],
  ["claims", "Most claims"],
  ["published", "Newest first"],
  ["title", "By title"],
];

function articlesView() {
  const matches = isFiltering() ? matchCounts() : null;
  const shown = matches ? documents.filter((doc) => matches.get(doc) !== undefined) : documents;
  const list = make("ol", { class: "articles", "aria-label": "Articles" });
  const count = matches
    ? `${grouped(shown.length)} of ${counted(documents.length, "article")}`
    : counted(documents.length, "article");
  const body = make(
    "div",
    { class: "single" },
    make(
      "div",
      { class: "column-head" },
      make("h2", {}, count),
      choiceOf("Order", "sort", ARTICLE_ORDERS),
    ),
    list,
  );
  if (shown.length === 0) list.replaceWith(make("p", { class: "quiet empty" }, "No article passes the filters."));
  fillRows(list, inOrder(shown), (doc) => articleRow(doc, matches && matches.get(doc)));
  return body;
}

/** How many claims of each article pass; a search finds articles by their texts, too. */
function matchCounts() {
  const counts = new Map();
  for (const doc of documents) {
    const passed = passing(doc.claims).length;
    if (passed || (isOnlySearch() && doc.isRead && termsOf(filter.search).every((term) => doc.lower.includes(term))))
      counts.set(doc, passed);
  }
  return counts;
}

const isOnlySearch = () =>
  Object.keys(NO_FILTER).every((name) => name === "search" || filter[name] === NO_FILTER[name]);

function inOrder(docs) {
  const compare = {
    given: () => 0,
    top: (a, b) => b.top - a.top,
    claims: (a, b) => b.total - a.total,
    published: (a, b) => (b.published || "").localeCompare(a.published || ""),
    title: (a, b) => titleOf(a).localeCompare(titleOf(b)),
  }[choice.sort];
  return [...docs].sort(compare);
}

function articleRow(doc, passed) {
  const most = Math.max(...documents.map((each) => each.total), 1);
  const count =
    passed === null || passed === undefined
      ? counted(doc.total, "claim")
      : `${grouped(passed)} of ${counted(doc.total, "claim")}`;
  const noted = doc.claims.filter((claim) => ticks[tickKey(claim)]).length;
  return make(
    "li",
    { class: "article-row" },
    make(
      "button",
      { type: "button", class: "open", click: () => openArticle(doc) },
      make("span", { class: "title" }, titleOf(doc)),
      make("span", { class: "quiet from" }, [provenance(doc), doc.title ? doc.id : null].filter(Boolean).join(" · ")),
    ),
    draw(
      "svg",
      { class: "bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", height: 8, "aria-hidden": "true" },
      draw("rect", { class: "level", width: (100 * doc.total) / most, height: 8 }),
    ),
    make(
      "span",
      { class: "counts" },
      make("strong", {}, count),
      `${counted(doc.sources, "source")} · ${counted(doc.figures, "figure")}`,
      noted ? make("span", { class: "tag" }, counted(noted, "tick")) : null,
    ),
    make("span", { class: "measure" }, `most worth checking: ${Math.round(100 * doc.top)} %`),
  );
}
