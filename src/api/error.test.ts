import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from './error';

const secret = fc.stringMatching(/^[A-Za-z0-9]{16,64}$/);

test('An access key or token never survives redaction, wherever it stands', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), secret, fc.string(), (before, id, text, after) => {
      expect(redact(`${before} tlp-k1-${id}.${text} ${after}`)).not.toContain(`.${text}`);
      expect(redact(`DELETE /api/tokens/${text}?${after}`)).not.toContain(`tokens/${text}`);
    }),
  );
});

test('A mistyped key is a secret too', () => {
  expect(redact('Invalid key "tlp-k1-12secretsecret"')).toBe('Invalid key "tlp-…"');
  expect(redact('TLP-K1-1.abcdef, try again')).toBe('tlp-…, try again');
});

test('What is not secret stays readable', () => {
  expect(redact('GET /api/artifacts/12?values_format=collection')).toBe(
    'GET /api/artifacts/12?values_format=collection',
  );
});
