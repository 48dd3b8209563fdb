// Elements, made with text alone: nothing that comes from an article is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";
const LOCALE = "en";

/** An element. `attributes` whose value is a function are listeners; null and false leave an attribute out. */
function make(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same in a drawing. */
function draw(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name.startsWith("aria-") && typeof value === "boolean") element.setAttribute(name, String(value));
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const find = (selector, root = document) => root.querySelector(selector);
const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

/** A number with its thousands set apart. */
const grouped = (value) =>
  typeof value === "number" ? value.toLocaleString(LOCALE, { maximumFractionDigits: 6 }) : String(value);

/** "1 claim", "2 claims". */
const counted = (count, noun) => `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;

/** Words on one line. */
const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/** Of several wordings the one that is told most often; of those the longest or shortest. Case and an article do not count. */
function mostTold(texts, { isFullest }) {
  const bare = (text) => text.toLowerCase().replace(/^(?:the|an?)\s+/, "");
  const counts = new Map();
  for (const text of texts.filter(Boolean)) counts.set(bare(text), (counts.get(bare(text)) || 0) + 1);
  const length = (text) => (isFullest ? 1 : -1) * bare(text).length;
  const weight = (text) => counts.get(bare(text)) || 0;
  const isBetter = (text, best) => weight(text) > weight(best) || (weight(text) === weight(best) && length(text) > length(best));
  return texts.reduce((best, text) => (isBetter(text, best) ? text : best), "");
}

/** A long text, cut between words. */
const shortened = (text, most = 60) => (text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} …`);

/** Tell those who listen to the page. */
function say(message) {
  find("#said").textContent = message;
}

/** A list of options as a select with a label. */
function chooser(label, options, value, onChange) {
  const select = make(
    "select",
    { change: () => onChange(select.value) },
    options.map(([key, name]) => make("option", { value: key, selected: key === value }, name)),
  );
  return make("label", { class: "field" }, make("span", {}, label), select);
}
