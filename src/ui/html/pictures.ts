/** Pictures of the server that a text shows: which addresses they have, and how they are read. */
export interface Pictures {
  /** The name of the picture at this address of the server; undefined for every other address. */
  nameOf(url: URL): string | undefined;
  /** Its bytes, known to be a picture; fails otherwise. */
  read(name: string): Promise<Blob>;
}

/**
 * Puts the picture in place of the link that asks for it (features V2). It comes as bytes through our own door, so that
 * no other host learns of it and no credentials stand in an address. Gives the address to revoke, or null.
 */
export async function showPicture(link: Element, { read }: Pictures): Promise<string | null> {
  const name = link.getAttribute('data-picture');
  if (name === null || link.hasAttribute('aria-busy')) return null;
  const words = link.textContent;
  link.setAttribute('aria-busy', 'true');
  link.textContent = 'Loading the image…';
  try {
    const address = URL.createObjectURL(await read(name));
    const image = link.ownerDocument.createElement('img');
    image.className = 'safe-html-picture';
    image.src = address;
    image.alt = words.replace(/^Show image ?/, '');
    image.tabIndex = -1;
    link.replaceWith(image);
    image.focus({ preventScroll: true });
    return address;
  } catch {
    link.removeAttribute('aria-busy');
    link.textContent = `${words.replace(/ \(it could not be loaded\)$/, '')} (it could not be loaded)`;
    return null;
  }
}
