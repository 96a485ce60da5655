import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 1_048_576])(
  'F7: %i bytes survive the way to base64 and back, as Node writes it',
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 256);
    const text = toBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString('base64'));
    expect(digest(fromBase64(text))).toBe(digest(bytes));
  },
);

test('F7: what is not base64 throws, and is never half a file', () => {
  expect(() => fromBase64('***')).toThrow();
});
