/** What the bytes are as text, and in which encoding they were read. */
export interface DecodedText {
  text: string;
  encoding: 'UTF-8' | 'UTF-16' | 'Latin-1';
}

/** How much is looked at to tell text from other bytes. */
const SAMPLE = 65_536;

/** Controls that texts do hold: tab, line ends, form feed, backspace, bell, and the escapes of coloured logs. */
const inTexts = new Set([0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

function countControls(bytes: Uint8Array): { zeros: number; others: number } {
  let zeros = 0;
  let others = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros += 1;
    else if ((byte < 0x20 && !inTexts.has(byte)) || byte === 0x7f) others += 1;
  }
  return { zeros, others };
}

/** A mark at the very beginning (Unicode 16, 23.8). */
function marked(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without its mark: in Western texts nearly every other byte is zero, and only on one side. */
function unmarkedUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = sample.length / 2;
  if (pairs < 2) return null;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.7 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

/** Null when the bytes are not in this encoding. A sign that the end of a first piece cuts in two is left out. */
function strictly(bytes: Uint8Array, label: string, isWhole: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: !isWhole });
  } catch {
    return null;
  }
}

/** Half a surrogate pair, or controls all over, are no text whatever the mark says. */
function utf16(bytes: Uint8Array, label: string): DecodedText | null {
  // An odd byte at the end of a first piece is half a sign.
  const text = strictly(bytes.subarray(0, bytes.length - (bytes.length % 2)), label, false);
  if (text === null || /(?:(?!\s)\p{Cc}){4}/u.test(text.slice(0, SAMPLE))) return null;
  return { text, encoding: 'UTF-16' };
}

/**
 * The bytes as text, or null when they are none. By a mark, else by validity: UTF-8, then what has no other way to be
 * text: Latin-1 (as browsers read it: windows-1252). `isWhole` is false for the first piece of a longer file.
 */
export function decodeText(bytes: Uint8Array, isWhole: boolean): DecodedText | null {
  const mark = marked(bytes);
  const sample = bytes.subarray(0, SAMPLE);
  const wide = mark?.startsWith('utf-16') ? mark : mark === null ? unmarkedUtf16(sample) : null;
  if (wide !== null) return utf16(bytes, wide);
  const { zeros, others } = countControls(sample);
  if (zeros > 0) return null;
  const isClean = others <= sample.length / 200;
  const text = isClean ? strictly(bytes, 'utf-8', isWhole) : null;
  if (text !== null) return { text, encoding: 'UTF-8' };
  // Any bytes at all are Latin-1, so those have to look like a text.
  if (mark !== null || others > 0) return null;
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Latin-1' };
}
