import { ownPathOfServerUrl, paths } from '~/paths';

/** `12`, `#12`, `art #12`, `req #12`; not `Release 12`, which is a title. */
const byNumber = /^(?:(?<word>[\p{L}\p{N}_-]*)\s*#\s*)?(?<number>[1-9]\d{0,9})$/u;

/**
 * Words by which Tuleap refers to something else, mostly with a number of its own: no tracker can be called so
 * (`reservedKeywords`, src/common/reference/ReferenceManager.class.php in Enalean/tuleap). Not here are those that mean an
 * artifact: `art`, `artifact`, and the names of its old default trackers (`bug`, `task`, `patch`, `sr`).
 */
const otherThings = new Set([
  ...['rev', 'revision', 'commit', 'svn', 'cvs', 'git'],
  ...['doc', 'file', 'folder', 'wiki', 'news', 'forum', 'msg', 'thread', 'im', 'cc'],
  ...['project', 'proj', 'tracker', 'release', 'tag', 'plugin', 'img', 'dossier'],
]);

/** Whether a word with a number (`rev #12`) refers to something that is no artifact. */
export function isOtherThing(text: string): boolean {
  const word = byNumber.exec(text.trim())?.groups?.word;
  return word !== undefined && otherThings.has(word.toLowerCase());
}

/**
 * An artifact by the number that a text gives it, and the host where the text is an address. The number in an address of
 * another Tuleap means another artifact.
 */
export interface ArtifactReference {
  id: number;
  host: string | null;
}

const HERE = 'here.invalid';

function readAddress(text: string): ArtifactReference | null {
  if (!/^(https?:\/\/|\/)/i.test(text) || !URL.canParse(text, `https://${HERE}`)) return null;
  const url = new URL(text, `https://${HERE}`);
  // Our own page, in whatever folder the app is deployed, or an address of Tuleap that means one of our pages.
  const path = ownPathOfServerUrl(url) ?? url.pathname;
  const id = Number(/\/artifacts\/([1-9]\d{0,9})\/?$/.exec(path)?.[1]);
  if (Number.isNaN(id) || !path.endsWith(paths.artifact(id))) return null;
  return { id, host: url.host === HERE ? null : url.host };
}

/**
 * The artifact that a text names: by number (`12`, `#12`), reference (`art #12`, `req #12`), or the address of its page,
 * here or in Tuleap. Null when the text is something else: words of a title, a revision (`rev #12`).
 */
export function readReference(text: string): ArtifactReference | null {
  const trimmed = text.trim();
  if (isOtherThing(trimmed)) return null;
  const number = byNumber.exec(trimmed)?.groups?.number;
  return number === undefined ? readAddress(trimmed) : { id: Number(number), host: null };
}

/** Its number alone. */
export function referencedArtifact(text: string): number | null {
  return readReference(text)?.id ?? null;
}
