// The place in the page as the address tells it, so that a link, a reload and the browser's Back lead there again:
// what is open, the claim that is selected, what is filtered and how lists are ordered, as in
// "#claims&claim=6f…&form=direct&order=confidence". What is as it is without being asked for is left out.

/** What the lists are ordered by, and how far figures stand side by side. */
const NO_CHOICE = { order: "text", sort: "given", side: "article" };
const choice = { ...NO_CHOICE };

/** A select that changes one of them. */
const choiceOf = (label, name, options) =>
  chooser(label, options, choice[name], (value) => {
    choice[name] = value;
    remember({ isStep: true });
    render({ keepScroll: true });
  });

/** The place as a fragment. */
function placeNow() {
  const isArticle = view === "article";
  const parts = isArticle ? (selected ? [] : [`article=${current.index + 1}`]) : [view];
  if (selected) parts.push(`claim=${selected.record.id}`);
  for (const [values, defaults] of [
    [filter, NO_FILTER],
    [choice, NO_CHOICE],
  ])
    for (const [name, value] of Object.entries(values))
      if (value !== defaults[name]) parts.push(`${name}=${encodeURIComponent(value)}`);
  return `#${parts.join("&")}`;
}

/**
 * Put the place into the address; a frame without an address of its own has none.
 * A step is one that the browser's Back undoes.
 */
function remember({ isStep = false } = {}) {
  const fragment = placeNow();
  try {
    if (isStep && location.hash !== fragment) history.pushState(null, "", fragment);
    else history.replaceState(null, "", fragment);
  } catch {
    // nothing to remember it in
  }
}

/** What a fragment says, by name; a view stands there without a value. */
function partsOf(fragment) {
  const parts = new Map();
  for (const part of fragment.replace(/^#/, "").split("&").filter(Boolean)) {
    const [name, ...rest] = part.split("=");
    try {
      parts.set(name, decodeURIComponent(rest.join("=")));
    } catch {
      // a fragment that was cut, or is none of ours
    }
  }
  return parts;
}

/** Values by the names of `defaults`, each of its default's type. */
function chosenIn(parts, defaults) {
  const chosen = { ...defaults };
  for (const name of Object.keys(defaults))
    if (parts.has(name)) {
      const value = typeof defaults[name] === "number" ? Number(parts.get(name)) : parts.get(name);
      if (!Number.isNaN(value)) chosen[name] = value;
    }
  return chosen;
}

/** Go where the address says. Whether it was found: a claim is not, as long as its article is not read. */
function follow() {
  const parts = partsOf(location.hash);
  const claim = parts.has("claim") ? claimById(parts.get("claim")) : null;
  const doc = claim ? claim.doc : documents[Number(parts.get("article")) - 1];
  const named = Object.keys(VIEWS).find((name) => parts.has(name) && name !== "article");
  const isList = named && VIEWS[named].isFor(documents.length);
  Object.assign(filter, chosenIn(parts, NO_FILTER));
  Object.assign(choice, chosenIn(parts, NO_CHOICE));
  if (claim && !passing([claim]).length) Object.assign(filter, NO_FILTER);
  if (isList) view = named;
  else if (doc) [view, current] = ["article", doc];
  selected = null;
  showFilters();
  render();
  if (claim) select(claim, "link");
  return !parts.has("claim") || Boolean(claim);
}
