/**
 * Why the server would refuse this short name, or undefined; in its order and words where they are recorded
 * (projects.md §3; projects/57, 58). Reserved and taken names are the server's to know.
 */
export function shortnameFault(name: string): string | undefined {
  if (/\s/.test(name)) return 'There cannot be any spaces in the short name.';
  if (!/^[A-Za-z0-9]/.test(name)) return 'The short name must start with a letter or a digit.';
  const odd = /[^A-Za-z0-9-]/u.exec(name)?.[0];
  if (odd !== undefined) return `“${odd}” is not allowed: use letters A to Z, digits and -`;
  if (name.length < 3) return 'The short name needs at least 3 characters.';
  if (name.length > 30) return 'The short name may have at most 30 characters.';
  return /^\d+$/.test(name) ? 'The short name needs a character that is no digit.' : undefined;
}

/** Why the server would refuse this name of a project, or undefined: 3 to 40 characters (projects.md §3). */
export function labelFault(label: string): string | undefined {
  const length = [...label.trim()].length;
  if (length < 3) return 'The name needs at least 3 characters.';
  return length > 40 ? 'The name may have at most 40 characters.' : undefined;
}

/** A short name made of a name: "Müller & Söhne" → `mueller-soehne`; `''` when nothing of it can be used. */
export function suggestShortname(label: string): string {
  const plain = label
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const name = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 31)
    .replace(/^-+/, '')
    .slice(0, 30);
  const trimmed = name.replace(/-+$/, '');
  return shortnameFault(trimmed) === undefined ? trimmed : '';
}
