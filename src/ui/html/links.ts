/** Where links of foreign markup lead. */
export interface LinkPlaces {
  /** Relative addresses are of this origin: the server's. */
  base: string;
  /** Our own path for an address of the server, if we have that page. */
  toOwnPath(url: URL): string | undefined;
  /** What names a picture of the server that we can read ourselves; undefined for every other address. */
  toPicture?(url: URL): string | undefined;
  /** Our own path as an address of this deployment (which may lie under a sub-path). */
  toHref(path: string): string;
}

function parse(address: string, base: string): URL | undefined {
  try {
    const url = new URL(address, base);
    return /^(https?|mailto|tel):$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function mendLink(link: Element, places: LinkPlaces): void {
  const address = link.getAttribute('href');
  const url = address === null || address.startsWith('#') ? undefined : parse(address, places.base);
  if (!url) {
    // Anchors inside the text lead nowhere once ids are gone.
    link.removeAttribute('href');
    return;
  }
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const path =
    isWeb && url.origin === new URL(places.base).origin ? places.toOwnPath(url) : undefined;
  if (path !== undefined) {
    link.setAttribute('href', places.toHref(path));
    link.setAttribute('data-path', path);
    return;
  }
  link.setAttribute('href', url.href);
  link.setAttribute('rel', 'noopener noreferrer');
  if (!isWeb) return;
  link.setAttribute('target', '_blank');
  // A look-alike is seen by its host, whatever the link's text says.
  link.setAttribute('data-tooltip', `Opens ${url.host} in a new tab`);
}

/**
 * A picture that is not shown, as the link that shows it: here where we can read it ourselves. One of another host cannot
 * be shown here even on a click: the CSP lets nothing of other hosts in, whatever a text says, and no click weakens it.
 * So it opens where it lies, and says so.
 */
function pictureLink(make: Document, url: URL, places: LinkPlaces): Element {
  const link = make.createElement('a');
  link.setAttribute('href', url.href);
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('target', '_blank');
  const picture = places.toPicture?.(url);
  if (picture === undefined) {
    link.setAttribute('data-tooltip', `${url.host} then learns that you looked`);
  } else link.setAttribute('data-picture', picture);
  return link;
}

function imageNote(image: Element, places: LinkPlaces): Element {
  const make = image.ownerDocument;
  const alt = image.getAttribute('alt')?.trim();
  const named = alt ? `image “${alt}”` : 'image';
  const url = image.hasAttribute('src')
    ? parse(image.getAttribute('src') ?? '', places.base)
    : undefined;
  const isWeb = url && /^https?:$/.test(url.protocol);
  const note =
    isWeb && !image.closest('a') ? pictureLink(make, url, places) : make.createElement('span');
  note.className = 'safe-html-image';
  if (note.hasAttribute('data-picture')) {
    note.setAttribute('data-named', alt ? `“${alt}”` : '');
    note.textContent = `Show ${named}`;
    return note;
  }
  const from = isWeb ? ` from ${url.host}` : '';
  const opens = note.localName === 'a' ? ', opens in a new tab' : '';
  note.textContent = `${named.replace(/^i/, 'I')}${from}: not loaded${opens}`;
  return note;
}

/**
 * Makes sanitised nodes fit for the page: links say and keep where they lead, links to things we have a page for stay in
 * the app, and images become links (a picture of another host would tell it who reads what, and when: features V2).
 */
export function mendLinks(fragment: DocumentFragment, places: LinkPlaces): void {
  for (const link of fragment.querySelectorAll('a')) mendLink(link, places);
  for (const image of fragment.querySelectorAll('img')) {
    image.replaceWith(imageNote(image, places));
  }
}
