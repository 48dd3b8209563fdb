// A claim as the page looks at it: the record, and what is derived from it once.

const HUES = 8; // colours of sources; those with fewer claims share one
const VOICES = { article: "The article itself", nobody: "Nobody named" };
const BOUNDS = { "=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "≈ " };
const UNITS = { percentage_point: "points", foot: "feet", inch: "inches", century: "centuries" };

/** Sources of one key are one, in all articles. */
const keyOfSource = (name) => `s:${name.toLowerCase()}`;

function viewOf(record, doc, number) {
  const source = record.source;
  const isNarrated = record.form === "narrated";
  const name = source && (source.type === "person" && Object.hasOwn(fullNames, source.name) ? fullNames[source.name] : source.name);
  const who = source ? name || oneLine(source.text) : isNarrated ? VOICES.article : VOICES.nobody;
  // "he" of one article is not "he" of another.
  const isLoose = source && !source.name && source.mention !== "named";
  return {
    record,
    doc,
    number,
    who,
    get asWritten() {
      return name ? otherWords(name, source.text) : ""; // looked for when it is shown, not for all claims of a run
    },
    sourceKey: (source ? keyOfSource(who) : `v:${who.toLowerCase()}`) + (isLoose ? `#${doc.index}` : ""),
    isNarrated,
    voice: source ? "source" : isNarrated ? "article" : "nobody",
    role: (source && source.role && source.role.text) || "",
    words: record.text.split(/\s+/).filter(Boolean).length,
    lower: [record.text, who, source ? source.text : "", doc.title || "", doc.id].join(" ").toLowerCase(),
  };
}

/** The words by which a source is called where none of its name is among them: "the minister", "she". */
function otherWords(name, text) {
  const wordsOf = (words) => words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) || [];
  const called = new Set(wordsOf(text));
  return wordsOf(name).some((word) => called.has(word)) ? "" : oneLine(text);
}

function linkParents(doc) {
  const byId = new Map(doc.claims.map((claim) => [claim.record.id, claim]));
  for (const claim of doc.claims) claim.parent = byId.get(claim.record.parent) || null;
}

/**
 * Colours. In lists over articles each source has its own one, always: those with most claims of all have one that none of them
 * shares. In an article sources take theirs in the order of their claims, or one that is left; when none is, they share one.
 */
function colourSources(doc) {
  const counts = new Map();
  for (const claim of doc.claims)
    if (claim.voice === "source") counts.set(claim.sourceKey, (counts.get(claim.sourceKey) || 0) + 1);
  const ranked = [...counts].sort((a, b) => isLeading(b[0]) - isLeading(a[0]) || b[1] - a[1]).map(([key]) => key);
  const free = new Set(Array(HUES).keys());
  const hues = new Map();
  for (const key of ranked) {
    const hue = free.has(hueOf(key)) ? hueOf(key) : Math.min(...free);
    hues.set(key, free.size ? `hue${hue}` : "hue-other");
    free.delete(hue);
  }
  for (const claim of doc.claims) {
    claim.hue = hues.get(claim.sourceKey) || `hue-${claim.voice}`;
    claim.listHue = claim.voice !== "source" || documents.length === 1 ? claim.hue : `hue${hueOf(claim.sourceKey)}`;
  }
}

const isLeading = (key) => leading.includes(key);

/** The colour of a source in all articles: its place among the leading ones, else one that its name tells. */
function hueOf(key) {
  if (isLeading(key)) return leading.indexOf(key);
  let sum = 0;
  for (const character of key) sum = (sum * 31 + character.codePointAt(0)) % 65521; // a prime, so that all letters tell
  return sum % HUES;
}

/** A claim without a role has that of another of its source in the article. */
function shareRoles(doc) {
  const roles = new Map();
  for (const claim of doc.claims) if (claim.role && !roles.has(claim.sourceKey)) roles.set(claim.sourceKey, claim.role);
  for (const claim of doc.claims) claim.role = claim.role || roles.get(claim.sourceKey) || "";
}

/** What a source is, beside its name: its role, else its type. */
function describe(claim) {
  if (claim.role) return oneLine(claim.role).toLowerCase() === claim.asWritten.toLowerCase() ? "" : oneLine(claim.role);
  const source = claim.record.source;
  return source && source.type !== "unknown" ? source.type : "";
}

/**
 * "≥ 1,200–1,500 EUR per day", "▼ 3 %" where it is the amount of a change, "to 8 %" where a change led to it; a share that is
 * told in words ("a third") as it is told.
 */
function figureText(quantity, doc) {
  const { value, high, bound, unit, change, dimension } = quantity;
  if (dimension === "ratio" && !unit && !Number.isInteger(value)) return oneLine(quantity.text);
  const number = BOUNDS[bound] + grouped(value) + (high === null ? "" : `–${grouped(high)}`);
  const per = quantity.per ? ` per ${quantity.per.unit || quantity.per.text}` : "";
  const sign = change && thingOf(quantity, doc).is_level ? "to " : { up: "▲ ", down: "▼ " }[change] || "";
  return `${sign}${number}${unit ? ` ${unitText(unit, high === null ? value : high)}` : ""}${per}`;
}

/** What a figure is of, as it was told when the page was made. */
const NO_THING = { key: "", name: "", is_level: false };
const thingOf = (quantity, doc) => doc.things[quantity.span[0]] || NO_THING;

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
