import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelFault, shortnameFault, suggestShortname } from './projectRules';

test('P5: the rules of short names, each with its reason', () => {
  expect(shortnameFault('acme-valves')).toBeUndefined();
  expect(shortnameFault('no spaces!')).toBe('There cannot be any spaces in the short name.');
  expect(shortnameFault('-acme')).toMatch(/start with/);
  expect(shortnameFault('acme_valves')).toMatch(/^“_” is not allowed/);
  expect(shortnameFault('acme.valves')).toMatch(/^“\.” is not allowed/);
  expect(shortnameFault('ab')).toMatch(/at least 3/);
  expect(shortnameFault('a'.repeat(30))).toBeUndefined();
  expect(shortnameFault('a'.repeat(31))).toMatch(/at most 30/);
  expect(shortnameFault('2026')).toMatch(/no digit/);
});

test('P5: a name has 3 to 40 characters', () => {
  expect(labelFault('y')).toMatch(/at least 3/);
  expect(labelFault('Acme valves')).toBeUndefined();
  expect(labelFault('x'.repeat(41))).toMatch(/at most 40/);
});

test('P5: what is suggested is always allowed, or nothing', () => {
  expect(suggestShortname('Müller & Söhne GmbH')).toBe('mueller-soehne-gmbh');
  expect(suggestShortname('Ça va? 2026')).toBe('ca-va-2026');
  expect(suggestShortname('日本')).toBe('');
  expect(suggestShortname('2026')).toBe('');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (label) => {
      const name = suggestShortname(label);
      expect(name === '' || shortnameFault(name) === undefined).toBe(true);
    }),
  );
});
