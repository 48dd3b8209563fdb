// Which claims are shown: what is chosen, the form to choose it with, and the claims that are left.

const NO_FILTER = {
  search: "",
  source: "",
  form: "",
  act: "",
  stance: "",
  certainty: "",
  figure: "",
  tick: "",
  checkworthiness: 0,
  confidence: 0,
  from: "",
  to: "",
};
const filter = { ...NO_FILTER };

const FORMS = ["direct", "mixed", "indirect", "narrated"];
const VALUES = {
  form: FORMS,
  act: ["assertive", "directive", "commissive", "expressive", "interrogative", "epistemic", "unknown"],
  stance: ["affirm", "refute", "uncertain"],
  certainty: ["certain", "probable", "possible", "unknown"],
};
const FIELD_NAMES = {
  search: "Words",
  source: "Source",
  form: "Form",
  act: "Act",
  stance: "Stance",
  certainty: "Certainty",
  figure: "Figure",
  tick: "Ticks",
  checkworthiness: "Check-worthiness",
  confidence: "Confidence",
  from: "Dates from",
  to: "Dates to",
};

/** One test for each part of the filter; a part that is not set tests nothing. */
const TESTS = {
  search: (claim, value) => {
    const note = (tickOf(claim).note || "").toLowerCase();
    return termsOf(value).every((term) => claim.lower.includes(term) || note.includes(term));
  },
  source: (claim, value) =>
    claim.sourceKey === value || `${claim.who} ${claim.role}`.toLowerCase().includes(value.toLowerCase()),
  form: (claim, value) => claim.record.form === value,
  act: (claim, value) => claim.record.act === value,
  stance: (claim, value) => claim.record.stance === value,
  certainty: (claim, value) => claim.record.certainty === value,
  figure: (claim, value) => claim.record.quantities.some((quantity) => value === "any" || quantity.dimension === value),
  tick: (claim, value) =>
    value === "none" ? !ticks[tickKey(claim)] : value === "note" ? Boolean(tickOf(claim).note) : hasTick(claim, value),
  checkworthiness: (claim, value) => claim.record.checkworthiness >= value,
  confidence: (claim, value) => claim.record.confidence >= value,
  from: (claim, value) =>
    claim.record.times.some((time) => time.end && time.end >= value && (!filter.to || time.begin <= filter.to)),
  to: (claim, value) => claim.record.times.some((time) => time.begin && time.begin <= value),
};

const termsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
const isFiltering = () => Object.keys(NO_FILTER).some((name) => filter[name] !== NO_FILTER[name]);

/** The claims that pass, in their order. */
function passing(claims) {
  const tests = Object.entries(TESTS).filter(([name]) => filter[name] !== NO_FILTER[name]);
  return claims.filter((claim) => tests.every(([name, test]) => test(claim, filter[name])));
}

let typedLast = ""; // in which field: typing on is one step

/** Change the filter. `isTyped`: letter by letter, or by a slider, which is one step till something else is done. */
function setFilter(change, { isTyped = false } = {}) {
  Object.assign(filter, change);
  const [name] = Object.keys(change);
  remember({ isStep: !isTyped || typedLast !== name });
  typedLast = isTyped ? name : "";
  showChips();
  render({ keepScroll: true });
}

function clearFilters() {
  setFilter({ ...NO_FILTER });
  showFilters();
}

/** Show everywhere what is chosen. */
function showFilters() {
  find("#search").value = filter.search;
  showChips();
  if (!find("#filters").hidden) buildFilters();
}

/** What is chosen, in words. */
function filterText(name) {
  const value = filter[name];
  if (name === "checkworthiness" || name === "confidence") return `${FIELD_NAMES[name]} ≥ ${value}`;
  if (name === "source") return `Source: ${sourceName(value)}`;
  return `${FIELD_NAMES[name]}: ${value}`;
}

const sourceName = (value) =>
  /^[sv]:/.test(value)
    ? (allClaims().find((claim) => claim.sourceKey === value) || { who: value.slice(2) }).who
    : value;

/** The parts that are set, each with a way to let go of it. */
function showChips() {
  const set = Object.keys(NO_FILTER).filter((name) => name !== "search" && filter[name] !== NO_FILTER[name]);
  const remove = (name) => {
    setFilter({ [name]: NO_FILTER[name] });
    buildFilters();
  };
  const box = find("#chips");
  box.hidden = set.length === 0;
  box.replaceChildren(
    ...set.map((name) =>
      make(
        "button",
        { type: "button", class: "chip", click: () => remove(name), "aria-label": `Remove filter ${filterText(name)}` },
        filterText(name),
        make("span", { "aria-hidden": "true" }, " ×"),
      ),
    ),
  );
  if (set.length) box.append(make("button", { type: "button", class: "chip clear", click: clearFilters }, "Clear all"));
  find("#filters-button").classList.toggle("on", set.length > 0);
}

/** The form. */
function buildFilters() {
  const any = (values) => [["", "any"], ...values.map((value) => [value, value.replace("_", " ")])];
  const choice = (name) =>
    chooser(FIELD_NAMES[name], any(VALUES[name]), filter[name], (value) => setFilter({ [name]: value }));
  const dimensions = [
    ...new Set(allClaims().flatMap((claim) => claim.record.quantities.map((quantity) => quantity.dimension))),
  ].sort();
  find("#filters").replaceChildren(
    sourceField(),
    ...["form", "act", "stance", "certainty"].map(choice),
    chooser(
      FIELD_NAMES.figure,
      [["", "any claim"], ["any", "with a figure"], ...dimensions.map((name) => [name, name])],
      filter.figure,
      (value) => setFilter({ figure: value }),
    ),
    chooser(
      FIELD_NAMES.tick,
      [
        ["", "any"],
        ["none", "without any"],
        ...TICKS.map(([name, label]) => [name, label.toLowerCase()]),
        ["note", "with a note"],
      ],
      filter.tick,
      (value) => setFilter({ tick: value }),
    ),
    slider("checkworthiness"),
    slider("confidence"),
    dayField("from"),
    dayField("to"),
    make("button", { type: "button", class: "clear", click: clearFilters }, "Clear all"),
  );
}

function sourceField() {
  const counts = new Map();
  for (const claim of allClaims())
    if (claim.voice === "source") counts.set(claim.who, (counts.get(claim.who) || 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 300);
  const input = make("input", {
    type: "text",
    list: "source-names",
    value: filter.source ? sourceName(filter.source) : "",
    placeholder: "any",
    input: () => setFilter({ source: input.value.trim() }, { isTyped: true }),
  });
  return make(
    "label",
    { class: "field wide" },
    make("span", {}, FIELD_NAMES.source),
    input,
    make(
      "datalist",
      { id: "source-names" },
      names.map(([name]) => make("option", { value: name })),
    ),
  );
}

function slider(name) {
  const shown = make("span", {}, `≥ ${filter[name]}`);
  const input = make("input", {
    type: "range",
    min: 0,
    max: 1,
    step: 0.05,
    value: filter[name],
    input: () => {
      shown.textContent = `≥ ${input.value}`;
      setFilter({ [name]: Number(input.value) }, { isTyped: true });
    },
  });
  return make("label", { class: "field" }, make("span", {}, FIELD_NAMES[name], " ", shown), input);
}

function dayField(name) {
  const input = make("input", { type: "date", value: filter[name], change: () => setFilter({ [name]: input.value }) });
  return make("label", { class: "field" }, make("span", {}, FIELD_NAMES[name]), input);
}
