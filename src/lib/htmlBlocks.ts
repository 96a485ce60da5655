const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Elements that begin a block of their own; everything else is part of the text around it. */
const blocks = new Set(
  'address article aside blockquote details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Their contents follow other rules than markup: no cutting around them. */
const foreign = new Set(
  'iframe math noembed noframes noscript plaintext script select style svg template textarea title xmp'.split(
    ' ',
  ),
);

const tag =
  /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>|<!--(?!>|->)(?:(?!--)[\s\S])*-->/iy;

interface Cut {
  pieces: string[];
  /** Open elements, outermost first. */
  open: string[];
  /** Where the current piece begins. */
  from: number;
}

function flush(cut: Cut, html: string, to: number): void {
  if (to > cut.from) cut.pieces.push(html.slice(cut.from, to));
  cut.from = to;
}

/** One opening tag; false where a browser would not nest as it is written. */
function openElement(
  cut: Cut,
  name: string,
  at: { html: string; start: number; end: number },
): boolean {
  const isBlock = blocks.has(name);
  if (foreign.has(name) || (isBlock && cut.open.includes('p'))) return false;
  const isTop = cut.open.length === 0;
  if (isTop && isBlock) flush(cut, at.html, at.start);
  if (!voids.has(name)) cut.open.push(name);
  else if (isTop && isBlock) flush(cut, at.html, at.end);
  return true;
}

function closeElement(cut: Cut, name: string, at: { html: string; end: number }): boolean {
  if (cut.open.pop() !== name) return false;
  if (cut.open.length === 0 && blocks.has(name)) flush(cut, at.html, at.end);
  return true;
}

/**
 * HTML cut into its blocks at the top (paragraphs, lists, tables, and the text between them), which joined are the source
 * byte for byte. Null where it is not plainly nested, so that a browser would read it otherwise than it is written: then
 * it has to be taken as a whole. A scanner and no parser, as a parser would write back other bytes than it read.
 */
export function htmlBlocks(html: string): string[] | null {
  const cut: Cut = { pieces: [], open: [], from: 0 };
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', tag.lastIndex)) {
    tag.lastIndex = at;
    const found = tag.exec(html);
    if (!found) return null;
    const end = tag.lastIndex;
    const name = found[2]?.toLowerCase();
    if (name === undefined) continue;
    const isPlain = found[1]
      ? closeElement(cut, name, { html, end })
      : openElement(cut, name, { html, start: at, end });
    if (!isPlain) return null;
    tag.lastIndex = end;
  }
  if (cut.open.length > 0) return null;
  flush(cut, html, html.length);
  return cut.pieces;
}
