// Long lists: rows are drawn as they scroll into view.

const STEP = 40; // rows drawn at a time
let unfinished = []; // lists with rows that are not drawn yet

/** Fill a list with a row for each item; `scroller` is what scrolls, null for the page itself. */
function fillRows(list, items, rowOf, scroller = null) {
  const rows = { list, drawn: 0, items };
  const end = make("li", { class: "more", "aria-hidden": "true" });
  const more = (count = STEP) => {
    const next = items.slice(rows.drawn, rows.drawn + count);
    end.before(...next.map((item, offset) => placed(rowOf(item), rows.drawn + offset, items.length)));
    rows.drawn += next.length;
    if (rows.drawn >= items.length) {
      watcher.disconnect();
      end.remove();
    }
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        more();
        watcher.unobserve(end); // asks again where the end is still in view
        if (rows.drawn < items.length) watcher.observe(end);
      }
    },
    { root: scroller, rootMargin: "600px" },
  );
  list.replaceChildren(end);
  more();
  if (rows.drawn < items.length) watcher.observe(end);
  rows.more = more;
  unfinished = unfinished.filter((other) => other.list.isConnected && other.drawn < other.items.length);
  unfinished.push(rows);
  return { reach: (item) => more(Math.max(0, items.indexOf(item) + 1 - rows.drawn)) };
}

/** Those who listen are told how long the list is, whatever part of it is drawn. */
function placed(row, at, length) {
  row.setAttribute("aria-posinset", at + 1);
  row.setAttribute("aria-setsize", length);
  return row;
}

// On paper all rows are wanted.
addEventListener("beforeprint", () => {
  for (const rows of unfinished) if (rows.list.isConnected) rows.more(Infinity);
});
