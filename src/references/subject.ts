import { idOf } from '~/lib/page';

/** What a link is about, where something can be told of it beforehand. */
export type Subject =
  | { kind: 'artifact'; id: number }
  | { kind: 'person'; login: string }
  | { kind: 'revision'; name: string };

interface Places {
  /** Address of the server; `''` when it is this origin. */
  server: string;
  /** What stands before our own paths: `/parterre`, or `/` where nothing does. */
  root: string;
  /** The path of the page itself: of what is open nothing has to be told. */
  here: string;
}

/** Tuleap's names for a revision in a cross-reference (`rev #12`). */
const revisionKeys = new Set(['rev', 'revision', 'svn', 'commit']);

function ownArtifact(path: string, { root, here }: Places): Subject | null {
  const folder = root.replace(/\/$/, '');
  const own = path.startsWith(`${folder}/`) ? path.slice(folder.length) : path;
  const id = own === here ? undefined : idOf(/^\/artifacts\/(\d+)$/.exec(own)?.[1]);
  return id === undefined ? null : { kind: 'artifact', id };
}

/** A login as it stands in an address; undefined where that is no text: anybody can write an address. */
function loginIn(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** What a link is about; null where nothing is known of it. A link to one changeset says itself what it is. Pure. */
export function subjectOf(link: HTMLAnchorElement, places: Places): Subject | null {
  const address = link.getAttribute('href') ?? '';
  if (!URL.canParse(address, location.origin)) return null;
  const url = new URL(address, location.origin);
  if (url.origin === location.origin && !url.searchParams.has('changeset')) {
    const artifact = ownArtifact(url.pathname, places);
    if (artifact) return artifact;
  }
  if (url.origin !== new URL(places.server || location.origin).origin) return null;
  const login = loginIn(/^\/users\/([^/]+)\/?$/.exec(url.pathname)?.[1]);
  if (login) return { kind: 'person', login };
  const isRevision =
    url.pathname === '/goto' && revisionKeys.has(url.searchParams.get('key') ?? '');
  return isRevision ? { kind: 'revision', name: link.textContent } : null;
}
