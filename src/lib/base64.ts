/** What browsers of 2025 and Node 25 have; the language's own types do not know it yet. */
declare global {
  interface Uint8ArrayConstructor {
    fromBase64?(text: string): Uint8Array<ArrayBuffer>;
  }
  interface Uint8Array {
    toBase64?(): string;
  }
}

/** The bytes of one base64 text. Natively where the browser can: about a third of the time (performance.md §5). */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** A multiple of three, so that the pieces' texts can be joined; small enough to be spread as arguments. */
const PIECE = 24_576;

/** Bytes as one base64 text. */
export function toBase64(bytes: Uint8Array): string {
  if (bytes.toBase64) return bytes.toBase64();
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}
