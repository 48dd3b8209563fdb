// The views, which of them is open, and how the page begins.

const VIEWS = {
  articles: { name: "Articles", make: articlesView, isFor: (count) => count > 1 },
  article: {
    name: "Article",
    make: () => (current.isRead ? articleView(current) : waiting(current)),
    isFor: (count) => count === 1,
  },
  claims: { name: "Claims", make: claimsView, isFor: (count) => count > 1 },
  sources: { name: "Sources", make: sourcesView, isFor: () => true },
  figures: { name: "Figures", make: figuresView, isFor: () => true },
  dates: { name: "Dates", make: datesView, isFor: () => true },
};
let view = "articles";
let current = null; // the article that is open

function waiting(doc) {
  readChunk(doc.chunk).then(() => render());
  return make("p", { class: "loading quiet" }, "Reading …");
}

/** Draw the view that is open. `keepScroll`: it is the same as before, with other rows. */
function render({ keepScroll = false } = {}) {
  const places = keepScroll ? findAll(".reading, .claims").map((element) => element.scrollTop) : [];
  const top = keepScroll ? scrollY : 0;
  lit = null;
  reachCard = null;
  const main = find("#main");
  main.className = view;
  main.replaceChildren(VIEWS[view].make());
  if (selected) light(selected);
  findAll(".reading, .claims").forEach((element, index) => {
    if (index === 0 && places.length) element.scrollTop = places[0];
  });
  scrollTo(0, top);
  for (const tab of findAll("#tabs button"))
    tab.setAttribute(
      "aria-current",
      tab.dataset.view === view || (view === "article" && tab.dataset.view === "articles") ? "page" : "false",
    );
  showCounts();
}

function showCounts() {
  const read = documents.filter((doc) => doc.isRead).length;
  const total = documents.reduce((sum, doc) => sum + doc.total, 0);
  const parts = [counted(documents.length, "article"), counted(total, "claim")];
  if (read < documents.length) parts.push(`${grouped(read)} read so far`);
  find("#counts").textContent = parts.join(" · ");
}

/**
 * Put the place into the address, so that it can be sent along; a frame without an address of its own has none.
 * A step is one that the browser's Back undoes.
 */
function remember(fragment, isStep = false) {
  try {
    if (isStep && location.hash !== fragment) history.pushState(null, "", fragment);
    else history.replaceState(null, "", fragment);
  } catch {
    // nothing to remember it in
  }
}

/** What stands in the address for the view that is open. */
const place = () => (view === "article" ? `#article=${current.index + 1}` : `#${view}`);

function go(name) {
  view = name;
  selected = null;
  remember(place(), true);
  render();
}

function openArticle(doc) {
  current = doc;
  go("article");
  find("#main").focus({ preventScroll: true });
}

function openClaim(claim) {
  current = claim.doc;
  view = "article";
  selected = null;
  if (!passing([claim]).length) clearFilters();
  render();
  select(claim, "link");
}

/** Follow the fragment of the address: `#claim=<id>`, `#article=<number>`, or a view. */
async function follow() {
  const [name, value] = decodeURIComponent(location.hash.slice(1)).split("=");
  if (name === "claim" && value) {
    const claim = claimById(value);
    if (claim && claim !== selected) openClaim(claim);
    return Boolean(claim);
  }
  const doc = name === "article" && documents[Number(value) - 1];
  if (doc) openArticle(doc);
  else if (VIEWS[name] && VIEWS[name].isFor(documents.length)) go(name);
  return Boolean(doc || VIEWS[name]);
}

// --- light and dark ---

const darkness = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.dataset.theme || (darkness.matches ? "dark" : "light")) === "dark";

function setTheme(name) {
  if (name) document.documentElement.dataset.theme = name;
  find("#theme").textContent = isDark() ? "☀" : "☾";
  try {
    if (name) localStorage.setItem("claimx:theme", name);
  } catch {
    isKept = false;
  }
}

function storedTheme() {
  try {
    return localStorage.getItem("claimx:theme");
  } catch {
    return null;
  }
}

// --- beginning ---

function setUp() {
  const tabs = Object.entries(VIEWS).filter(([, each]) => each.isFor(documents.length));
  find("#tabs").append(
    ...tabs.map(([name, each]) =>
      make("button", { type: "button", "data-view": name, click: () => go(name) }, each.name),
    ),
  );
  let timer = 0;
  find("#search").addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => setFilter({ search: event.target.value.trim() }), 120);
  });
  find("#filters-button").addEventListener("click", (event) => {
    const panel = find("#filters");
    panel.hidden = !panel.hidden;
    event.currentTarget.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) buildFilters();
  });
  find("#theme").addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
  darkness.addEventListener("change", () => setTheme(null));
  find("#save").addEventListener("click", saveTicks);
  find("#load").addEventListener("click", () => find("#load-file").click());
  find("#load-file").addEventListener("change", (event) => loadTickFile(event.target));
  find("#help-button").addEventListener("click", openHelp);
  addEventListener("hashchange", follow);
}

async function begin() {
  setTheme(storedTheme());
  if (typeof DecompressionStream === "undefined") {
    find("#main").replaceChildren(
      make(
        "p",
        { class: "loading" },
        "This browser is too old to unpack the data of this page. Any browser from 2024 or later can.",
      ),
    );
    return;
  }
  await readIndex();
  loadTicks();
  setUp();
  showSaveButton();
  view = documents.length === 1 ? "article" : "articles";
  current = documents[0] || null;
  if (!current) view = "claims";
  if (!location.hash) remember(place());
  render();
  performance.mark("list");
  const isFound = await follow();
  await readAll(showProgress);
  if (!isFound) await follow();
  performance.mark("all");
  document.documentElement.dataset.ready = "all";
}

/** More is read: views that go over all articles grow; one that is read in is left alone. */
function showProgress() {
  const isWhole = documents.every((doc) => doc.isRead);
  showCounts();
  if (isWhole && view !== "article" && (view !== "articles" || isFiltering())) render({ keepScroll: true });
  if (isWhole && !find("#filters").hidden) buildFilters();
}

begin();
