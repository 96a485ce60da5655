/** A mention that is being typed: where its `@` stands, and the letters after it up to the caret. */
export interface Typed {
  at: number;
  letters: string;
}

/** The mention at the caret; null where none is being typed. An address (`a@b.example`) is none. Pure (features H5). */
export function mentionAt(text: string, caret: number): Typed | null {
  const match = /(?:^|[\s([{])@([\p{L}\p{N}_.-]*)$/u.exec(text.slice(0, caret));
  const letters = match?.[1];
  return letters === undefined ? null : { at: caret - letters.length - 1, letters };
}

/** The text with that login in place of what is typed, and where the caret stands then. Pure. */
export function withMention(
  text: string,
  { at, letters }: Typed,
  login: string,
): { text: string; caret: number } {
  const rest = text.slice(at + 1 + letters.length);
  const gap = /^\s/.test(rest) ? '' : ' ';
  const before = `${text.slice(0, at)}@${login}`;
  return { text: before + gap + rest, caret: before.length + 1 };
}

/** Somebody who can be told. */
export interface Mentionable {
  login: string;
  label: string;
}

/**
 * Those whose login or name begins so, each once; whoever is around first. Of those found too: the answer may be the one to
 * what was typed before. Pure.
 */
export function matching(
  letters: string,
  around: readonly Mentionable[],
  found: readonly Mentionable[],
): Mentionable[] {
  const wanted = letters.toLocaleLowerCase();
  const begins = ({ login, label }: Mentionable) =>
    login.toLocaleLowerCase().startsWith(wanted) ||
    label.split(/\s+/).some((word) => word.toLocaleLowerCase().startsWith(wanted));
  const byLogin = new Map<string, Mentionable>();
  for (const one of [...around, ...found].filter(begins)) {
    if (one.login !== '' && !byLogin.has(one.login)) byLogin.set(one.login, one);
  }
  return [...byLogin.values()].slice(0, 8);
}
