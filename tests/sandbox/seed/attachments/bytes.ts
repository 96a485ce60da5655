import { deflateSync } from 'node:zlib';

/** Small real files, made here so that every preview has something true to show. */

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Little-endian UTF-16 with its byte order mark, as Windows tools write logs. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(2 + index * 2, text.charCodeAt(index), true);
  }
  return bytes;
}

export function base64Bytes(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Whole numbers of the given byte widths, one after the other. */
function numbers(
  isLittleEndian: boolean,
  ...pairs: readonly (readonly [2 | 4, number])[]
): Uint8Array {
  const bytes = new Uint8Array(pairs.reduce((size, [width]) => size + width, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const [width, value] of pairs) {
    if (width === 2) view.setUint16(offset, value, isLittleEndian);
    else view.setUint32(offset, value, isLittleEndian);
    offset += width;
  }
  return bytes;
}

function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined(utf8(name), data);
  return joined(numbers(false, [4, data.length]), body, numbers(false, [4, crc32(body)]));
}

/** A PNG that says it is this large, and has next to nothing in it: what a bomb looks like before it is opened. */
export function claimedPng(width: number, height: number): Uint8Array {
  return joined(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', joined(numbers(false, [4, width], [4, height]), Uint8Array.of(8, 2, 0, 0, 0))),
    pngChunk('IDAT', new Uint8Array(deflateSync(new Uint8Array(1024)))),
    pngChunk('IEND', new Uint8Array(0)),
  );
}

export type Colour = readonly [number, number, number];

/** A picture of a screen: a bar on top and lines below it, one of them in `mark`. */
export function screenPng(width: number, height: number, mark: Colour): Uint8Array {
  const rows = new Uint8Array(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows.set(pixelOf(x / width, y / height, mark), y * (1 + width * 3) + 1 + x * 3);
    }
  }
  return joined(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', joined(numbers(false, [4, width], [4, height]), Uint8Array.of(8, 2, 0, 0, 0))),
    pngChunk('IDAT', new Uint8Array(deflateSync(rows))),
    pngChunk('IEND', new Uint8Array(0)),
  );
}

function pixelOf(x: number, y: number, mark: Colour): Colour {
  if (y < 0.12) return [214, 218, 228];
  if (x > 0.55 && x < 0.92 && y > 0.55 && y < 0.78) return mark;
  const isLine = Math.floor(y * 16) % 2 === 0 && x > 0.06 && x < 0.5;
  return isLine ? [176, 184, 204] : [246, 247, 250];
}

/** An archive with its members stored, not packed: enough for a list and for opening one. */
export function zip(members: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(members)) {
    const path = utf8(name);
    const sizes = [
      [4, crc32(data)],
      [4, data.length],
      [4, data.length],
      [2, path.length],
    ] as const;
    // Version 2.0, UTF-8 names, stored, 1 June 2026 at noon.
    const common = [
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [2, 0x6000],
      [2, 0x5cc1],
      ...sizes,
      [2, 0],
    ] as const;
    const local = joined(numbers(true, [4, 0x04034b50], ...common), path, data);
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    central.push(joined(numbers(true, [4, 0x02014b50], [2, 20], ...common, ...rest), path));
    locals.push(local);
    offset += local.length;
  }
  const directory = joined(...central);
  const count = central.length;
  const end = numbers(
    true,
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
    ] as const),
    ...([
      [4, directory.length],
      [4, offset],
      [2, 0],
    ] as const),
  );
  return joined(...locals, directory, end);
}

function pdfContent(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join('\n');
  return `BT /F1 14 Tf 18 TL 60 760 Td\n${shown}\nET`;
}

/** A PDF with one page for each list of lines, in Helvetica; its cross-reference table is right. */
export function pdf(pages: readonly (readonly string[])[]): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [index, lines] of pages.entries()) {
    const content = pdfContent(lines);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return utf8(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

const gifHeader = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 8, 0, 8, 0, 0x80, 0, 0];
const gifColours = [0x3b, 0x5b, 0xdb, 0xe5, 0x48, 0x4d];
const gifLoop = [0x21, 0xff, 0x0b, ...utf8('NETSCAPE2.0'), 3, 1, 0, 0, 0];

/** One frame of 8 × 8 in one colour, LZW with clear codes so that the code width never grows. */
function gifFrame(colour: 0 | 1): number[] {
  const codes: number[] = [];
  for (let pixel = 0; pixel < 64; pixel += 1) {
    if (pixel % 2 === 0) codes.push(4);
    codes.push(colour);
  }
  codes.push(5);
  let bits = 0;
  let held = 0;
  const data: number[] = [];
  for (const code of codes) {
    held |= code << bits;
    bits += 3;
    while (bits >= 8) {
      data.push(held & 0xff);
      held >>= 8;
      bits -= 8;
    }
  }
  if (bits > 0) data.push(held & 0xff);
  const control = [0x21, 0xf9, 4, 0, 50, 0, 0, 0];
  return [...control, 0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0, 2, data.length, ...data, 0];
}

/** An animation of two frames, half a second each. */
export function blinkingGif(): Uint8Array {
  return Uint8Array.from([
    ...gifHeader,
    ...gifColours,
    ...gifLoop,
    ...gifFrame(0),
    ...gifFrame(1),
    0x3b,
  ]);
}
