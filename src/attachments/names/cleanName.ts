const unseen = /[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/gu;
/** What some file system refuses or reads as a path. */
const refused = /[/\\:*?"<>|]/g;
/** Devices of Windows, with or without an extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** Bytes of UTF-8 that every file system takes, with room for " (1)". */
const MOST = 200;

const encoder = new TextEncoder();

/** As much of the text as fits, never half a sign. */
function cut(text: string, bytes: number): string {
  let left = bytes;
  let kept = '';
  for (const sign of text) {
    left -= encoder.encode(sign).length;
    if (left < 0) return kept;
    kept += sign;
  }
  return kept;
}

/**
 * A name to save a file under: nothing hidden, no path, no device, nothing that begins or ends with a dot or blank, not
 * too long, and with its own extension. `file-ID` when nothing is left.
 */
export function cleanName(name: string, id: number): string {
  const safe = name
    .replace(unseen, '')
    .replace(refused, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const whole = safe.replace(reserved, '_$1');
  const [extension = ''] = /(?<=.)\.[^.]{1,15}$/u.exec(whole) ?? [];
  const stem = whole.slice(0, whole.length - extension.length);
  const kept = `${cut(stem, MOST - encoder.encode(extension).length).trimEnd()}${extension}`;
  return kept === '' || kept.startsWith('.') ? `file-${id}${kept}` : kept;
}
