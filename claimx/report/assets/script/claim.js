// A claim as the page looks at it: the record, and what is derived from it once.

const HUES = 8; // colours of sources; those with fewer claims share one
const VOICES = { article: "The article itself", nobody: "Nobody named" };
const BOUNDS = { "=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ " };
const UNITS = { percentage_point: "points", foot: "feet", inch: "inches", century: "centuries" };

function viewOf(record, doc, number) {
  const source = record.source;
  const isNarrated = record.form === "narrated";
  const who = source ? source.name || oneLine(source.text) : isNarrated ? VOICES.article : VOICES.nobody;
  // "he" of one article is not "he" of another.
  const isLoose = source && !source.name && source.mention !== "named";
  const sourceKey = (source ? "s:" : "v:") + who.toLowerCase() + (isLoose ? `#${doc.index}` : "");
  return {
    record,
    doc,
    number,
    who,
    sourceKey,
    isNarrated,
    voice: source ? "source" : isNarrated ? "article" : "nobody",
    role: (source && source.role && source.role.text) || "",
    words: record.text.split(/\s+/).filter(Boolean).length,
    lower: [record.text, who, source ? source.text : "", doc.title || "", doc.id].join(" ").toLowerCase(),
  };
}

function linkParents(doc) {
  const byId = new Map(doc.claims.map((claim) => [claim.record.id, claim]));
  for (const claim of doc.claims) claim.parent = byId.get(claim.record.parent) || null;
}

/** Colours: the sources with most claims get one each. */
function rankSources(doc) {
  const counts = new Map();
  for (const claim of doc.claims)
    if (claim.voice === "source") counts.set(claim.sourceKey, (counts.get(claim.sourceKey) || 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  const roles = new Map();
  for (const claim of doc.claims) if (claim.role && !roles.has(claim.sourceKey)) roles.set(claim.sourceKey, claim.role);
  for (const claim of doc.claims) {
    const rank = ranked.indexOf(claim.sourceKey);
    claim.hue = claim.voice === "source" ? (rank < HUES ? `hue${rank}` : "hue-other") : `hue-${claim.voice}`;
    claim.role = claim.role || roles.get(claim.sourceKey) || "";
  }
}

/** What a source is, beside its name: its role, else its type. */
function describe(claim) {
  if (claim.role) return oneLine(claim.role);
  const source = claim.record.source;
  return source && source.type !== "unknown" ? source.type : "";
}

/** "≥ 1,200 – 1,500 EUR a day" */
function figureText(quantity) {
  const { value, high, bound, unit, change } = quantity;
  const number = BOUNDS[bound] + grouped(value) + (high === null ? "" : `–${grouped(high)}`);
  const per = quantity.per ? ` per ${quantity.per.unit || quantity.per.text}` : "";
  const sign = { up: "▲ ", down: "▼ " }[change] || "";
  return `${sign}${number}${unit ? ` ${unitText(unit, high === null ? value : high)}` : ""}${per}`;
}

/** A unit beside its number: codes of money and what is written in capitals as they are, words in the plural. */
function unitText(unit, value) {
  if (unit === "percent" || !/^[a-z]/.test(unit) || value === 1)
    return unit === "percent" ? "%" : unit.replace("_", " ");
  const [first, ...rest] = unit.replace("_", " ").split(" ");
  // "parts per million", "degrees Celsius", but "cubic metres"
  const isFirst = rest[0] === "per" || first === "degree";
  return isFirst ? [`${first}s`, ...rest].join(" ") : UNITS[unit] || `${unit.replace("_", " ")}s`;
}

/** A day or time as people read it: what is resolved, else the words. */
function timeText(time) {
  const day = /^(\d{4}(?:-\d\d(?:-\d\d)?|-Q\d)?)(?:T(\d\d:\d\d))?$/.exec(time.value || "");
  return day ? [day[1], day[2]].filter(Boolean).join(" ") : oneLine(time.text);
}

/** Where an article comes from, in a line. */
const provenance = (doc) => [doc.publisher, doc.published].filter(Boolean).join(", ");
const titleOf = (doc) => doc.title || doc.id;

/** All claims that are read, in the order of the articles. */
const allClaims = () => documents.flatMap((doc) => doc.claims);
const claimById = (id) => {
  for (const doc of documents) for (const claim of doc.claims) if (claim.record.id === id) return claim;
  return null;
};
