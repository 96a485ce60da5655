import { ownPathOfServerUrl, paths } from '~/paths';

/** `12`, `#12`, `art #12`, `req #12`; not `Release 12`, which is a title. */
const byNumber = /^(?:[\p{L}\p{N}_-]*\s*#\s*)?([1-9]\d{0,9})$/u;

function idOfAddress(text: string): number | null {
  if (!/^(https?:\/\/|\/)/i.test(text) || !URL.canParse(text, 'https://here.invalid')) return null;
  const url = new URL(text, 'https://here.invalid');
  // Our own page, in whatever folder the app is deployed, or an address of Tuleap that means one of our pages.
  const path = ownPathOfServerUrl(url) ?? url.pathname;
  const id = Number(/\/artifacts\/([1-9]\d{0,9})\/?$/.exec(path)?.[1]);
  return Number.isNaN(id) || !path.endsWith(paths.artifact(id)) ? null : id;
}

/**
 * The host that an address in a text names, `null` where none does. The number in an address of another Tuleap means
 * another artifact; but ours may be known by more than one name, which nothing in its API tells: who pastes has to see it.
 */
export function hostInText(text: string): string | null {
  const address = /https?:\/\/[^\s<>"')\]]+/iu.exec(text)?.[0] ?? '';
  return URL.canParse(address) ? new URL(address).host : null;
}

/**
 * The artifact that a text names: by number (`12`, `#12`), reference (`art #12`, `req #12`), or the address of its page,
 * here or in Tuleap. Null when the text is something else: words of a title.
 */
export function referencedArtifact(text: string): number | null {
  const trimmed = text.trim();
  const number = byNumber.exec(trimmed)?.[1];
  return number === undefined ? idOfAddress(trimmed) : Number(number);
}
