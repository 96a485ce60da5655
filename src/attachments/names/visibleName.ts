/**
 * What hides in a name: line breaks and other controls, marks that turn the direction of writing, blanks of no width,
 * tags. Joiners (U+200C, U+200D) are left alone: emoji and Persian need them.
 */
const hidden =
  /[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\p{Surrogate}]|[\uFE00-\uFE0E]|[\u{E0000}-\u{E0FFF}]/gu;

/** `U+202E` as a word; controls as the pictures that Unicode has for them. */
function shown(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A name with everything that cannot be seen made visible, so that `photo[U+202E]gnp.exe` is what it is. */
export function visibleName(name: string): string {
  return name.replace(hidden, shown);
}

/** A visible name in two parts: the second is its extension with the dot, which a narrow place must not cut off. */
export function nameParts(name: string): { stem: string; extension: string } {
  const visible = visibleName(name);
  const at = visible.lastIndexOf('.');
  const extension = visible.slice(at);
  // Longer ones are no extensions, and would push the rest out.
  return at < 1 || extension.length > 16
    ? { stem: visible, extension: '' }
    : { stem: visible.slice(0, at), extension };
}

/** The extension in lower case without its dot; `''` when there is none. */
export function extensionOf(name: string): string {
  const match = /[^.]\.([A-Za-z0-9_+-]{1,15})$/.exec(name.trim());
  return match?.[1]?.toLowerCase() ?? '';
}
