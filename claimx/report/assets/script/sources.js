// Who says how much: a bar for each source, with its role, by form.

const VOICED = ["direct", "mixed", "indirect"];
const NO_ROWS = "No claim passes the filters.";

function sourcesView() {
  const rows = summed(passing(allClaims()));
  const most = Math.max(...rows.map((row) => (row.voice === "source" ? row.words : 0)), 1);
  const list = make("ol", { class: "sources", "aria-label": "Sources" });
  const named = rows.filter((row) => row.voice === "source");
  const total = named.reduce((sum, row) => sum + row.words, 0);
  const body = make(
    "div",
    { class: "single" },
    make("div", { class: "column-head" }, make("h2", {}, counted(named.length, "source")), formLegend()),
    list,
  );
  if (rows.length === 0) list.replaceWith(make("p", { class: "quiet empty" }, NO_ROWS));
  fillRows(list, rows, (row) => sourceRow(row, most, total));
  return body;
}

/** Claims summed by source, most words first; what no source says comes last. Nested claims count for who tells them. */
function summed(claims) {
  const rows = new Map();
  for (const claim of claims) {
    const row = rows.get(claim.sourceKey) || {
      key: claim.sourceKey,
      who: claim.who,
      voice: claim.voice,
      roles: new Map(), // of each article one
      type: "",
      words: 0,
      claims: 0,
      docs: new Set(),
      forms: {},
      cues: new Map(),
    };
    rows.set(claim.sourceKey, row);
    if (claim.role && !row.roles.has(claim.doc)) row.roles.set(claim.doc, oneLine(claim.role));
    row.type = row.type || describe(claim);
    row.claims += 1;
    row.docs.add(claim.doc);
    if (!claim.parent) {
      row.words += claim.words;
      row.forms[claim.record.form] = (row.forms[claim.record.form] || 0) + claim.words;
    }
    if (claim.record.cue) row.cues.set(claim.record.cue.lemma, (row.cues.get(claim.record.cue.lemma) || 0) + 1);
  }
  return [...rows.values()].sort(
    (a, b) => (a.voice !== "source") - (b.voice !== "source") || b.words - a.words || b.claims - a.claims,
  );
}

function sourceRow(row, most, total) {
  let at = 0;
  const parts = VOICED.filter((form) => row.forms[form] && row.voice === "source").map((form) => {
    const width = (400 * row.forms[form]) / most;
    at += width;
    return draw("rect", { class: `form-${form}`, x: at - width, width, height: 12 });
  });
  const cues = [...row.cues]
    .filter(([lemma]) => /\p{L}/u.test(lemma))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([lemma, count]) => (count > 1 ? `${lemma} ×${count}` : lemma));
  const about = mostTold([...row.roles.values()], { isFullest: true }) || row.type;
  const share = row.voice === "source" && total ? ` · ${Math.round((100 * row.words) / total)} %` : "";
  return make(
    "li",
    { class: `source-row ${row.voice === "source" ? "" : "muted"}` },
    make(
      "div",
      { class: "name" },
      make("button", { type: "button", class: "link who", click: () => showClaimsOf(row.key) }, row.who),
      about ? make("span", { class: "role" }, about) : null,
    ),
    draw(
      "svg",
      {
        class: "bar",
        viewBox: "0 0 400 12",
        preserveAspectRatio: "none",
        height: 12,
        role: "img",
        "aria-label": formsInWords(row),
      },
      parts,
    ),
    make(
      "span",
      { class: "counts" },
      make("strong", {}, counted(row.words, "word")),
      `${counted(row.claims, "claim")}${share}${documents.length > 1 ? ` · ${counted(row.docs.size, "article")}` : ""}`,
    ),
    make("span", { class: "cues" }, cues.join(", ")),
  );
}

const formsInWords = (row) =>
  Object.entries(row.forms)
    .map(([form, words]) => `${counted(words, "word")} ${form}`)
    .join(", ") || "no words of its own";

function formLegend() {
  return make(
    "p",
    { class: "legend" },
    VOICED.map((form) =>
      make(
        "span",
        {},
        draw(
          "svg",
          { width: 10, height: 10, "aria-hidden": "true" },
          draw("rect", { class: `form-${form}`, width: 10, height: 10, rx: 1 }),
        ),
        form,
      ),
    ),
  );
}

function showClaimsOf(key) {
  filter.source = key;
  showFilters();
  go(documents.length > 1 ? "claims" : "article");
}
