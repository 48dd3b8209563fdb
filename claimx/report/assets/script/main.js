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
  if (selected) {
    light(selected);
    if (cardOf(selected)) cardOf(selected).classList.add("selected");
  }
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

function go(name) {
  view = name;
  selected = null;
  remember({ isStep: true });
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
  if (!passing([claim]).length) {
    Object.assign(filter, NO_FILTER);
    showFilters();
  }
  remember({ isStep: true });
  render();
  select(claim, "link");
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
    timer = setTimeout(() => setFilter({ search: event.target.value.trim() }, { isTyped: true }), 120);
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
  addEventListener("popstate", follow);
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
  if (!location.hash) remember();
  const isFound = follow();
  performance.mark("list");
  await readAll(showProgress);
  if (!isFound) follow();
  showChips();
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
