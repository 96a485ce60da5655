/** A picture format that is shown, recognised by its first bytes alone. */
export interface ImageFacts {
  format: 'PNG' | 'JPEG' | 'GIF' | 'WebP';
  /** What we say it is to the browser. */
  mime: string;
  /** Null when the header does not say, or says nonsense. */
  size: { width: number; height: number } | null;
}

type Size = ImageFacts['size'];

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return (
    bytes.length >= at + signature.length &&
    signature.every((byte, index) => bytes[at + index] === byte)
  );
}

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function positive(width: number, height: number): Size {
  return width > 0 && height > 0 ? { width, height } : null;
}

/** IHDR has to be the first chunk (PNG specification, 5.6). */
function pngSize(bytes: Uint8Array): Size {
  if (!startsWith(bytes, ascii('IHDR'), 12) || bytes.length < 24) return null;
  const view = viewOf(bytes);
  return positive(view.getUint32(16), view.getUint32(20));
}

/** The screen; frames lie within it (GIF89a, 18). */
function gifSize(bytes: Uint8Array): Size {
  if (bytes.length < 10) return null;
  const view = viewOf(bytes);
  return positive(view.getUint16(6, true), view.getUint16(8, true));
}

/** Markers that carry no segment: restarts, start of image, TEM. */
function isBare(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;
}

/** Start of frame, of any coding; C4, C8 and CC are tables and reserved (ITU T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function jpegSize(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return positive(view.getUint16(at + 7), view.getUint16(at + 5));
    // The picture's data began without a frame.
    if (marker === 0xda || marker === 0xd9) return null;
    at += isBare(marker) ? 2 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function int24(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
}

/** The three forms of WebP (RFC 9649): lossy, lossless, extended. */
function webpSize(bytes: Uint8Array): Size {
  if (bytes.length < 30) return null;
  const view = viewOf(bytes);
  if (startsWith(bytes, ascii('VP8X'), 12)) {
    return positive(int24(bytes, 24) + 1, int24(bytes, 27) + 1);
  }
  if (startsWith(bytes, ascii('VP8L'), 12) && bytes[20] === 0x2f) {
    const bits = view.getUint32(21, true);
    return positive((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (startsWith(bytes, ascii('VP8 '), 12) && startsWith(bytes, [0x9d, 0x01, 0x2a], 23)) {
    return positive(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  return null;
}

/** What picture the bytes are, with its size as the header says it; undefined when they are none of ours. */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return { format: 'PNG', mime: 'image/png', size: pngSize(bytes) };
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return { format: 'JPEG', mime: 'image/jpeg', size: jpegSize(bytes) };
  }
  if (startsWith(bytes, ascii('GIF87a')) || startsWith(bytes, ascii('GIF89a'))) {
    return { format: 'GIF', mime: 'image/gif', size: gifSize(bytes) };
  }
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) {
    return { format: 'WebP', mime: 'image/webp', size: webpSize(bytes) };
  }
  return undefined;
}

/** More would fill the memory once it is decoded: 40 million pixels are 160 MB (reliability.md, threats, "bombs"). */
export const MOST_PIXELS = 40_000_000;

export function isSmallEnough({ size }: ImageFacts): boolean {
  return size !== null && size.width * size.height <= MOST_PIXELS;
}
