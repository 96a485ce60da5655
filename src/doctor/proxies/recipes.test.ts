import { expect, test } from 'vitest';
import { textOf } from './recipe';
import { originBehind, recipes } from './recipes';

test.each(recipes)(
  'C3: the $label text names the real server, keeps ETag and conditions, and hides the login window',
  (recipe) => {
    const text = textOf(recipe, 'https://tuleap.acme.test:8443');
    expect(text).toContain('https://tuleap.acme.test:8443');
    expect(text).not.toContain('example.org');
    expect(text).toMatch(/accept-encoding/i);
    expect(text).toMatch(/www-authenticate/i);
    expect(text).not.toMatch(/if-match|if-unmodified-since/i);
  },
);

test('C3: the address behind is the listed one, or the host that the label names', () => {
  expect(originBehind({ url: 'https://a.test', label: 'Work' })).toBe('https://a.test');
  expect(originBehind({ url: '', label: 'tuleap.acme.test' })).toBe('https://tuleap.acme.test');
  expect(originBehind({ url: '', label: 'Sandbox' })).toBe('https://tuleap.example.org');
});
