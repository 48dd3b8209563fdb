// The days that are spoken of: a time line of how often, and a list of what is said of each.

const UNITS_OF_TIME = [
  ["day", 10, 62],
  ["month", 7, 72],
  ["year", 4, Infinity],
]; // name, characters of an ISO date, most bins

function datesView() {
  const days = daysOf(passing(allClaims()));
  const list = make("ol", { class: "days", "aria-label": "Dates" });
  const mentions = days.reduce((sum, day) => sum + day.mentions.length, 0);
  const body = make(
    "div",
    { class: "single" },
    make("div", { class: "column-head" }, make("h2", {}, counted(mentions, "date"))),
    days.length > 1 ? timeline(days) : null,
    list,
  );
  if (days.length === 0)
    list.replaceWith(make("p", { class: "quiet empty" }, isFiltering() ? NO_ROWS : "No dates were found."));
  const most = Math.max(...days.map((day) => day.mentions.length), 1);
  fillRows(list, days, (day) => dayRow(day, most));
  return body;
}

/** Dates that are resolved, in their order; a nested claim's date stands with the claim that tells it. */
function daysOf(claims) {
  const days = new Map();
  for (const claim of claims) {
    for (const time of claim.record.times) {
      if (!time.begin || time.type === "duration") continue;
      const key = `${time.begin}|${time.end}`;
      const day = days.get(key) || {
        key,
        begin: time.begin,
        end: time.end,
        name: timeText(time).replace(/ \d\d:\d\d$/, ""), // the day of a time on the clock
        mentions: [],
        seen: new Set(),
      };
      days.set(key, day);
      const place = `${claim.doc.index}:${time.span[0]}`;
      if (!day.seen.has(place)) day.mentions.push({ claim, time });
      day.seen.add(place);
    }
  }
  return [...days.values()].sort((a, b) => (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : a.end < b.end ? -1 : 1));
}

/** How often each day, month or year is spoken of; years that lie far off are told at the edge. */
function timeline(days) {
  const [unit, length, bins] = binned(days);
  const most = Math.max(...bins.map((bin) => bin.count));
  const [width, height] = [800, 90];
  const step = width / bins.length;
  const bars = bins
    .filter((bin) => bin.count)
    .map((bin) =>
      draw(
        "rect",
        {
          class: "level",
          x: bin.at * step + 0.5,
          width: Math.max(1.5, Math.min(step - 1, 28)),
          y: height - (height - 8) * (bin.count / most),
          height: (height - 8) * (bin.count / most),
        },
        draw("title", {}, `${bin.name}: ${bin.count}`),
      ),
    );
  // On a phone the drawing is smaller and its letters are larger.
  const [labelCount, room] = matchMedia("(max-width: 48rem)").matches ? [4, 150] : [8, 70];
  const every = Math.ceil(bins.length / labelCount);
  const labels = bins
    .filter((bin) => bin.at % every === 0)
    .map((bin) => {
      const isLast = bin.at * step > width - room; // where a label would not end before the edge
      return draw("text", { x: isLast ? width : bin.at * step, y: height + 16, "text-anchor": isLast && "end" }, bin.name);
    });
  const hidden = days.filter(
    (day) => day.begin.slice(0, length) < bins[0].name || day.begin.slice(0, length) > bins.at(-1).name,
  ).length;
  return make(
    "figure",
    { class: "timeline" },
    draw(
      "svg",
      {
        viewBox: `0 0 ${width} ${height + 22}`,
        role: "img",
        "aria-label": `Dates by ${unit}, from ${bins[0].name} to ${bins.at(-1).name}; the list below tells each`,
      },
      draw("line", { class: "axis", x1: 0, x2: width, y1: height, y2: height }),
      bars,
      labels,
    ),
    make(
      "figcaption",
      { class: "quiet" },
      `Dates by ${unit}${hidden ? `; ${counted(hidden, "date")} far off ${hidden === 1 ? "is" : "are"} in the list only` : ""}`,
    ),
  );
}

/** The finest bins in which the bulk of the dates fits; a few that lie far off do not stretch the line. */
function binned(days) {
  const begins = days.flatMap((day) => day.mentions.map(() => day.begin)).sort();
  const cut = Math.floor(begins.length * 0.06);
  const bulk = begins.slice(cut, begins.length - cut);
  for (const [unit, length, limit] of UNITS_OF_TIME) {
    const [first, last] = [bulk[0].slice(0, length), bulk.at(-1).slice(0, length)];
    const names = namesBetween(first, last, unit, limit);
    if (!names) continue;
    const counts = new Map();
    for (const begin of begins) counts.set(begin.slice(0, length), (counts.get(begin.slice(0, length)) || 0) + 1);
    return [unit, length, names.map((name, at) => ({ name, at, count: counts.get(name) || 0 }))];
  }
  return null; // not reached: years have no limit
}

/** All days, months or years from one to another; null if there are more than the limit. */
function namesBetween(first, last, unit, limit) {
  const names = [];
  const date = new Date(`${first.padEnd(10, "-01-01".slice(first.length === 4 ? 0 : 3))}T00:00:00Z`);
  const length = first.length;
  while (true) {
    const name = date.toISOString().slice(0, length);
    names.push(name);
    if (name >= last || Number.isNaN(date.getTime())) return names;
    if (names.length > limit) return null;
    if (unit === "day") date.setUTCDate(date.getUTCDate() + 1);
    else if (unit === "month") date.setUTCMonth(date.getUTCMonth() + 1);
    else date.setUTCFullYear(date.getUTCFullYear() + 1);
  }
}

function dayRow(day, most) {
  const until = day.end && day.end !== day.begin ? `to ${day.end}` : "";
  return make(
    "li",
    { class: "day-row" },
    make(
      "div",
      { class: "day" },
      make("strong", {}, day.name),
      until && day.name.length === 10 ? make("span", { class: "quiet" }, until) : null,
      draw(
        "svg",
        { class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", height: 4, "aria-hidden": "true" },
        draw("rect", { class: "level", width: (100 * day.mentions.length) / most, height: 4 }),
      ),
    ),
    make(
      "ul",
      {},
      day.mentions
        .slice(0, 12)
        .map(({ claim, time }) =>
          make(
            "li",
            {},
            make(
              "button",
              { type: "button", class: "mention", click: () => openClaim(claim) },
              make("span", { class: `who ${claim.listHue}` }, claim.who),
              " ",
              ...withWords(claim.record.text, oneLine(time.text)),
            ),
          ),
        ),
      day.mentions.length > 12 ? make("li", { class: "quiet" }, `and ${day.mentions.length - 12} more`) : null,
    ),
  );
}

/** A text with one expression in it set off. */
function withWords(text, words) {
  const at = text.indexOf(words);
  return at < 0 ? [text] : [text.slice(0, at), make("mark", {}, words), text.slice(at + words.length)];
}
