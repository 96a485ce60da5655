import { expect, test } from 'vitest';
import { ownPathOfServerUrl } from '~/paths';
import { mendLinks } from './links';

const places = {
  base: 'https://tuleap.example.com',
  toOwnPath: ownPathOfServerUrl,
  toHref: (path: string) => `/parterre${path}`,
};

function mended(tag: 'a' | 'img', attributes: Record<string, string>): Element {
  const fragment = document.createDocumentFragment();
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  fragment.append(element);
  mendLinks(fragment, places);
  const first = fragment.firstElementChild;
  if (!first) throw new Error('nothing left');
  return first;
}

test.each([
  ['/plugins/tracker/?aid=12', '/artifacts/12'],
  [
    'https://tuleap.example.com/plugins/tracker/?aid=12#followup_3',
    '/artifacts/12?tab=comments&changeset=3',
  ],
  ['/goto?key=art&val=431&group_id=101', '/artifacts/431'],
  ['/plugins/tracker/?tracker=7', '/trackers/7'],
])('Z8: %s stays in the app', (href, path) => {
  const link = mended('a', { href });
  expect(link.getAttribute('href')).toBe(`/parterre${path}`);
  expect(link.getAttribute('data-path')).toBe(path);
  expect(link.hasAttribute('target')).toBe(false);
});

test.each([
  ['/plugins/docman/?id=3', 'https://tuleap.example.com/plugins/docman/?id=3'],
  ['/plugins/tracker/?aid=12x', 'https://tuleap.example.com/plugins/tracker/?aid=12x'],
  ['//evil.example/?aid=12', 'https://evil.example/?aid=12'],
  ['https://evil.example/plugins/tracker/?aid=12', 'https://evil.example/plugins/tracker/?aid=12'],
])('Z8: %s leaves the app in a tab of its own, and says to which host', (href, to) => {
  const link = mended('a', { href });
  expect(link.getAttribute('href')).toBe(to);
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('data-tooltip')).toContain(new URL(to).host);
});

test.each(['javascript:alert(1)', 'data:text/html,x', '#top', 'https://[', 'file:///etc/passwd'])(
  'Z8: %s leads nowhere',
  (href) => expect(mended('a', { href }).hasAttribute('href')).toBe(false),
);

test('V2: a picture becomes a link that names its host, and is not loaded', () => {
  const note = mended('img', { src: 'https://evil.example/a.png?who=anna', alt: 'shot' });
  expect(note.localName).toBe('a');
  expect(note.getAttribute('rel')).toBe('noopener noreferrer');
  expect(note.textContent).toBe('Image “shot” from evil.example: not loaded, opens in a new tab');
  expect(note.hasAttribute('src')).toBe(false);
  expect(mended('img', { src: 'data:image/png;base64,AAAA' }).textContent).toBe(
    'Image: not loaded',
  );
});
