// Notes and ticks: kept in this browser, under the key of these data, and saved as JSON Lines.

const TICKS = [
  ["checked", "Checked", "You have dealt with this claim"],
  ["right", "Right", "Read rightly: these words, this source"],
  ["wrong", "Wrong", "Read wrongly: not said so, or not by this source"],
];
const MISTAKES = [
  ["source", "Source", "Somebody else says it"],
  ["words", "Words", "Words of it are missing, or too many"],
  ["details", "Details", "A figure, a date, or how it is meant is wrong"],
  ["no_claim", "Not said", "It is not said so, or nobody says it"],
];
let ticks = {};
let isKept = true; // whether this browser keeps anything

const tickKey = (claim) => `${claim.doc.index}:${claim.record.id}`;
const storeKey = () => `claimx:${dataKey}`;
const tickOf = (claim) => ticks[tickKey(claim)] || {};

function loadTicks() {
  try {
    ticks = JSON.parse(localStorage.getItem(storeKey()) || "{}");
  } catch {
    isKept = false; // a frame without an origin, or storage that is switched off
  }
}

/** Change what is noted of a claim: `checked`, `verdict`, `note`, and `mistake`, which what is wrong alone has. */
function setTick(claim, change) {
  const next = { ...tickOf(claim), ...change };
  if (next.verdict !== "wrong") delete next.mistake;
  if (next.checked || next.verdict || next.note) ticks[tickKey(claim)] = next;
  else delete ticks[tickKey(claim)];
  try {
    localStorage.setItem(storeKey(), JSON.stringify(ticks));
  } catch {
    isKept = false;
  }
  showSaveButton();
}

/** Set a tick, or take it away; right and wrong exclude each other. */
function toggleTick(claim, name) {
  const now = tickOf(claim);
  if (name === "checked") setTick(claim, { checked: !now.checked });
  else setTick(claim, { verdict: now.verdict === name ? null : name });
  say(hasTick(claim, name) ? `Ticked: ${name}` : `No longer ${name}`);
}

function toggleMistake(claim, name) {
  setTick(claim, { mistake: tickOf(claim).mistake === name ? null : name });
}

const hasTick = (claim, name) => (name === "checked" ? Boolean(tickOf(claim).checked) : tickOf(claim).verdict === name);

function showSaveButton() {
  const count = Object.keys(ticks).length;
  const button = find("#save");
  button.disabled = count === 0;
  button.textContent = count ? `Save ${counted(count, "tick")}` : "Save ticks";
}

/** One line for each article with a tick or a note, as docs/gold.md describes: what is not ticked is not judged. */
function ticksAsLines() {
  const lines = [];
  for (const doc of documents) {
    const noted = doc.claims.filter((claim) => ticks[tickKey(claim)]);
    if (noted.length)
      lines.push(
        JSON.stringify({ doc: doc.id, text: doc.text, partial: true, attributions: noted.map(attributionOf) }),
      );
  }
  return lines.map((line) => `${line}\n`).join("");
}

function attributionOf(claim) {
  const { record } = claim;
  const { checked, verdict, mistake, note } = tickOf(claim);
  return {
    source: record.source ? record.source.spans : [],
    cue: record.cue ? record.cue.spans : [],
    content: record.spans,
    id: record.id,
    name: record.source ? record.source.name : null,
    form: record.form,
    parent: record.parent,
    checked: Boolean(checked),
    verdict: verdict || null,
    mistake: mistake || null,
    note: note || "",
  };
}

/** Take in a file of saved ticks; where a claim has ticks already, those of the file take their place. */
async function loadTickFile(input) {
  const [file] = input.files;
  input.value = ""; // so that the same file can be chosen again
  if (!file) return;
  let found;
  try {
    found = ticksOfLines(await file.text());
  } catch {
    say(`${file.name} has no ticks that a report saved`);
    return;
  }
  await readAll(() => {});
  const claims = documents.flatMap((doc) => doc.claims).filter((claim) => found.has(foundKey(claim.doc.id, claim.record.id)));
  for (const claim of claims) {
    const { checked, verdict, mistake, note } = found.get(foundKey(claim.doc.id, claim.record.id));
    setTick(claim, {
      checked: Boolean(checked),
      verdict: isVerdict(verdict) ? verdict : null,
      mistake: isMistake(mistake) ? mistake : null,
      note: String(note || ""),
    });
  }
  render({ keepScroll: true });
  const elsewhere = found.size - claims.length;
  say(`Loaded ${counted(claims.length, "tick")}${elsewhere ? `; ${elsewhere} of claims that are not here` : ""}`);
}

const isVerdict = (name) => name === "right" || name === "wrong";
const isMistake = (name) => MISTAKES.some(([key]) => key === name);
const foundKey = (doc, id) => JSON.stringify([doc, id]);

/** The ticks of a file by document and claim. Throws where a line is not as ticksAsLines writes it. */
function ticksOfLines(text) {
  const found = new Map();
  for (const line of text.split("\n").filter((each) => each.trim())) {
    const { doc, attributions } = JSON.parse(line);
    for (const each of attributions) if (each.id) found.set(foundKey(doc, each.id), each);
  }
  if (!found.size) throw new Error("no ticks");
  return found;
}

async function saveTicks() {
  await readAll(() => {});
  const link = make("a", {
    href: URL.createObjectURL(new Blob([ticksAsLines()], { type: "application/jsonl" })),
    download: `claimx-ticks-${dataKey}.jsonl`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(`Saved ${link.download}`);
}
