// What can be taken along of a claim: as text with its citation, to stand alone, as JSON, as a link.

const COPIES = [
  ["Text with citation", citation],
  ["Stand-alone text", standalone],
  ["JSON", (claim) => JSON.stringify(fullRecord(claim), null, 2)],
  ["Link", (claim) => linkTo(claim)],
];

/** The words with who says them and where; what is not in the source's own words has no quotation marks. */
function citation(claim) {
  const { record, doc } = claim;
  const words = record.form === "direct" ? `“${record.text}”` : record.text;
  const description = claim.role ? `, ${oneLine(claim.role)}` : "";
  const said = claim.voice === "source" ? ` — ${claim.who}${description}` : ` — ${claim.who.toLowerCase()}`;
  const where = [
    `“${titleOf(doc)}”`,
    doc.publisher,
    doc.published,
    (doc.info && doc.info.url) || (doc.title ? doc.id : null),
  ];
  const made = record.made ? ` (${timeText(record.made)})` : "";
  return `${words}${said}${made}, in ${where.filter(Boolean).join(", ")}`;
}

/** What can be read alone: the record's own words for that, else the words with who says them. */
function standalone(claim) {
  const { record } = claim;
  if (record.standalone) return claim.voice === "source" ? `${claim.who}: ${record.standalone}` : record.standalone;
  return claim.voice === "source" ? `${claim.who}: ${record.text}` : record.text;
}

/** The claim as claimx writes it: the page keeps its document apart. */
function fullRecord(claim) {
  const { id, key, ...rest } = claim.record;
  const { info } = claim.doc;
  return { id, key, doc: { id: info.id, title: info.title, published: info.published, url: info.url }, ...rest };
}

const linkTo = (claim) => `${location.href.split("#")[0]}#claim=${claim.record.id}`;

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", { class: "unseen", "aria-hidden": "true" }); // where the browser gives no clipboard
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`Copied: ${what}`);
  flash(`Copied: ${what.toLowerCase()}`);
}

function flash(message) {
  const note = make("div", { class: "flash", "aria-hidden": "true" }, message);
  document.body.append(note);
  setTimeout(() => note.remove(), 1600);
}

function copyMenu(claim) {
  const menu = make("details", { class: "menu" }, make("summary", { "aria-label": "Copy this claim" }, "Copy"));
  menu.append(
    make(
      "div",
      { class: "sheet" },
      COPIES.map(([name, text]) =>
        make(
          "button",
          {
            type: "button",
            click: () => {
              copy(text(claim), name);
              menu.open = false;
            },
          },
          name,
        ),
      ),
    ),
  );
  menu.addEventListener("focusout", (event) => {
    if (!menu.contains(event.relatedTarget)) menu.open = false;
  });
  return menu;
}
