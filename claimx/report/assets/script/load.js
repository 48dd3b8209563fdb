// The data: an index of all documents, then the documents themselves, chunk by chunk as they are unpacked.

const documents = []; // each: its head from the index; `claims` and `text` once its chunk is read
let dataKey = "";
let fullNames = {}; // of persons whom an article calls by the surname alone
let leading = []; // the sources with most claims in all articles

async function unpack(element) {
  const packed = atob(element.textContent.trim());
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(stream).text();
  element.remove();
  return JSON.parse(text);
}

/** Read what is known of every document. */
async function readIndex() {
  const index = await unpack(find("#index"));
  dataKey = index.key;
  fullNames = index.persons;
  leading = index.leading.map((name) => keyOfSource(name));
  let chunk = 0;
  for (const head of index.documents) {
    documents.push({ ...head, index: documents.length, chunk, claims: [], isRead: false, total: head.claims });
    if (head.last) chunk += 1;
  }
}

const chunkElements = findAll("script.chunk");
const chunksRead = new Map();

/** Read a chunk, once; its documents are whole then. */
function readChunk(number) {
  if (!chunksRead.has(number)) {
    chunksRead.set(
      number,
      unpack(chunkElements[number]).then((envelopes) => {
        const first = documents.findIndex((doc) => doc.chunk === number);
        envelopes.forEach((envelope, offset) => complete(documents[first + offset], envelope));
      }),
    );
  }
  return chunksRead.get(number);
}

function complete(doc, envelope) {
  doc.info = envelope.doc;
  doc.text = envelope.doc.text;
  doc.quantities = envelope.quantities;
  doc.times = envelope.times;
  doc.things = envelope.things;
  doc.warnings = envelope.warnings;
  doc.at = places(doc.text);
  doc.lower = doc.text.toLowerCase();
  doc.claims = envelope.claims.map((record, number) => viewOf(record, doc, number));
  doc.isRead = true;
  linkParents(doc);
  colourSources(doc);
  shareRoles(doc);
}

/** What turns an offset in code points into one in JavaScript's UTF-16; they are the same where no character takes two. */
function places(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const starts = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return (offset) => starts[offset];
}

/** Read all chunks, one after the other; `onMore` is called after each. */
async function readAll(onMore) {
  for (let number = 0; number < chunkElements.length; number += 1) {
    await readChunk(number);
    onMore();
    await new Promise((resolve) => setTimeout(resolve, 0)); // lets the page answer in between
  }
}
