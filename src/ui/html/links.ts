/** Where links of foreign markup lead. */
export interface LinkPlaces {
  /** Relative addresses are of this origin: the server's. */
  base: string;
  /** Our own path for an address of the server, if we have that page. */
  toOwnPath(url: URL): string | undefined;
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

function imageNote(image: Element, places: LinkPlaces): Element {
  const make = image.ownerDocument;
  const note = make.createElement('span');
  note.className = 'safe-html-image';
  const alt = image.getAttribute('alt')?.trim();
  const named = alt ? `Image “${alt}”` : 'Image';
  const url = parse(image.getAttribute('src') ?? '', places.base);
  note.textContent =
    image.hasAttribute('src') && url
      ? `${named} from ${url.host}, not loaded`
      : `${named}, not loaded`;
  return note;
}

/**
 * Makes sanitised nodes fit for the page: links say and keep where they lead, links to things we have a page for stay in
 * the app, and images become a note (a picture of another host would tell it who reads what, and when).
 */
export function mendLinks(fragment: DocumentFragment, places: LinkPlaces): void {
  for (const link of fragment.querySelectorAll('a')) mendLink(link, places);
  for (const image of fragment.querySelectorAll('img')) {
    image.replaceWith(imageNote(image, places));
  }
}
