/** Pictures of the server that a text shows: which addresses they have, and how they are read. */
export interface Pictures {
  /** The name of the picture at this address of the server; undefined for every other address. */
  nameOf(url: URL): string | undefined;
  /** Its bytes, known to be a picture; fails otherwise. */
  read(name: string): Promise<Blob>;
}

/** What the pictures that were asked for are called, with the addresses of their bytes. */
export type ShownPictures = Map<string, string>;

/** Gives their bytes back: the text has gone. */
export function forget(shown: ShownPictures): void {
  for (const address of shown.values()) URL.revokeObjectURL(address);
  shown.clear();
}

/** Puts the pictures that were asked for in place of the links that ask for them, in any element or fragment. */
export function placePictures(among: ParentNode, shown: ShownPictures): void {
  for (const link of among.querySelectorAll('a[data-picture]')) {
    const address = shown.get(link.getAttribute('data-picture') ?? '');
    if (address === undefined) continue;
    const image = link.ownerDocument.createElement('img');
    image.className = 'safe-html-picture';
    image.src = address;
    image.alt = link.getAttribute('data-named') ?? '';
    image.tabIndex = -1;
    const isHere = link === link.ownerDocument.activeElement;
    link.replaceWith(image);
    if (isHere) image.focus({ preventScroll: true });
  }
}

/**
 * Reads the picture that a link asks for into `shown` (features V2), and says at the link how that goes. It comes as bytes
 * through our own door, so that no other host learns of it and no credentials stand in an address. True when it is there;
 * the link may have been replaced by one of its make meanwhile.
 */
export async function readInto(
  shown: ShownPictures,
  link: Element,
  { read }: Pictures,
): Promise<boolean> {
  const name = link.getAttribute('data-picture');
  if (name === null || link.hasAttribute('aria-busy')) return false;
  const words = link.textContent;
  link.setAttribute('aria-busy', 'true');
  link.textContent = 'Loading the image…';
  try {
    const bytes = await read(name);
    if (!shown.has(name)) shown.set(name, URL.createObjectURL(bytes));
    return true;
  } catch {
    link.removeAttribute('aria-busy');
    link.textContent = `${words.replace(/ \(it could not be loaded\)$/, '')} (it could not be loaded)`;
    return false;
  }
}
