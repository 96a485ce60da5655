import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joined, utf8, utf16 } from '../../../../tests/sandbox/seed/attachments/bytes';
import { decodeText } from './decodeText';
import { textPieces } from './textPieces';

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function bigEndian(littleEndian: Uint8Array): Uint8Array {
  const swapped = littleEndian.slice();
  for (let at = 0; at + 1 < swapped.length; at += 2) {
    swapped.set([littleEndian[at + 1] ?? 0, littleEndian[at] ?? 0], at);
  }
  return swapped;
}

const text = 'Zeile eins: grün\r\nline two 🙂\n';

test.each([
  ['UTF-8', utf8(text), 'UTF-8'],
  ['UTF-8 with a mark', joined(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(text)), 'UTF-8'],
  ['UTF-16 little-endian', utf16(text), 'UTF-16'],
  ['UTF-16 big-endian', bigEndian(utf16(text)), 'UTF-16'],
  ['UTF-16 without its mark', utf16(text).subarray(2), 'UTF-16'],
  ['UTF-16 big-endian without its mark', bigEndian(utf16(text)).subarray(2), 'UTF-16'],
] as const)('F3: %s is read', (_, bytes, encoding) => {
  expect(decodeText(bytes, true)).toEqual({ text, encoding });
});

test('F3: Latin-1 is what is no UTF-8 and yet looks like a text', () => {
  expect(decodeText(latin1('Grüße aus Köln\n'), true)).toEqual({
    text: 'Grüße aus Köln\n',
    encoding: 'Latin-1',
  });
  expect(decodeText(latin1('Gr\u0001\u0002\xfc\xdfe'), true)).toBeNull();
});

test.each([
  ['a NUL', utf8('a\0b')],
  ['a UTF-8 mark before what is none', joined(Uint8Array.of(0xef, 0xbb, 0xbf), latin1('\xfc\xfc'))],
  ['half a pair in UTF-16', Uint8Array.of(0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00)],
  ['controls all over', Uint8Array.from({ length: 300 }, (_, at) => 1 + (at % 6))],
] as const)('F3: %s is no text', (_, bytes) => {
  expect(decodeText(bytes, true)).toBeNull();
});

test('F3: a sign that the end of the first piece cuts in two is left out, in a whole file it is a fault', () => {
  const bytes = utf8('abc🙂').subarray(0, 5);
  expect(decodeText(bytes, false)).toEqual({ text: 'abc', encoding: 'UTF-8' });
  expect(decodeText(bytes, true)?.encoding).toBe('Latin-1');
  expect(decodeText(utf16('ab').subarray(0, 5), false)?.text).toBe('a');
});

test('F3: pieces joined are the text, short, and tear no sign', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 50 }),
      (lines) => {
        const whole = lines.join('\n');
        expect(
          textPieces(whole)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole);
      },
    ),
  );
  const endless = '🙂'.repeat(100_000);
  const pieces = textPieces(endless);
  expect(pieces.map((piece) => piece.text).join('')).toBe(endless);
  expect(Math.max(...pieces.map((piece) => piece.text.length))).toBeLessThanOrEqual(16_384);
  expect(pieces.every((piece) => !/\p{Surrogate}/u.test(piece.text))).toBe(true);
  expect(textPieces('a\n'.repeat(500)).length).toBe(3);
});
