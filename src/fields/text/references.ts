/**
 * `art #12`, `req #12`; `@ben`. As Tuleap finds them in texts (Enalean/tuleap, src/common/reference/ReferenceManager.php):
 * an address (`a@b.example`) names nobody, and a dot behind a name belongs to it, so that `@ben.` names nobody either.
 */
const names =
  /(?<![\p{L}\p{N}_&/.@-])(?<key>[\p{L}_][\p{L}\p{N}_-]*) #(?<id>[1-9]\d{0,9})\b|(?<!\w)@(?<login>[a-z][a-z\d_.-]{2,})/giu;

/** As many people of one text are looked up: each is a request. */
const MOST_PEOPLE = 20;
const MOST_ARTIFACTS = 100;

/** What the names of a text turned out to be. */
export interface KnownNames {
  /** By id, how the server refers to it: `req #12`. */
  xrefs: ReadonlyMap<number, string>;
  logins: ReadonlySet<string>;
}

/** The artifacts and people that a text may name, each once. Pure. */
export function namesIn(text: string): { ids: number[]; logins: string[] } {
  const found = [...text.matchAll(names)];
  const ids = found.flatMap(({ groups }) => (groups?.id ? Number(groups.id) : []));
  const logins = found.flatMap(({ groups }) => groups?.login ?? []);
  return {
    ids: [...new Set(ids)].sort((a, b) => a - b).slice(0, MOST_ARTIFACTS),
    logins: [...new Set(logins)].sort().slice(0, MOST_PEOPLE),
  };
}

/** The server's address of what is named; undefined where it names nothing that I may see. */
function addressOf(
  { key = '', id, login = '' }: Record<string, string | undefined>,
  { xrefs, logins }: KnownNames,
): string | undefined {
  if (id === undefined) {
    return logins.has(login) ? `/users/${encodeURIComponent(login)}` : undefined;
  }
  const xref = xrefs.get(Number(id));
  const isIts = /^art(ifact)?$/i.test(key) || xref?.toLowerCase() === `${key} #${id}`.toLowerCase();
  return xref !== undefined && isIts ? `/plugins/tracker/?aid=${id}` : undefined;
}

function linkIn(text: Text, known: KnownNames): void {
  const pieces: (string | Element)[] = [];
  let from = 0;
  for (const { 0: whole, index, groups } of text.data.matchAll(names)) {
    const address = addressOf(groups ?? {}, known);
    if (address === undefined) continue;
    const link = text.ownerDocument.createElement('a');
    link.setAttribute('href', address);
    link.textContent = whole;
    pieces.push(text.data.slice(from, index), link);
    from = index + whole.length;
  }
  if (pieces.length > 0) text.replaceWith(...pieces, text.data.slice(from));
}

/**
 * Makes links of the names in a text that was made safe, as the server will when it is stored (features H5). It works on
 * nodes, never on markup: what a text says cannot become more than a link's words. Code keeps its letters.
 */
export function linkNames(fragment: DocumentFragment, known: KnownNames): void {
  const walker = fragment.ownerDocument.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node instanceof Text && !node.parentElement?.closest('a, code, pre')) texts.push(node);
  }
  for (const text of texts) linkIn(text, known);
}
