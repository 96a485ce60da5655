import { expect, test } from 'vitest';
import { linkNames, namesIn } from './references';

const known = { xrefs: new Map([[12, 'req #12']]), logins: new Set(['ben']) };

function linked(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  linkNames(template.content, known);
  return template.innerHTML;
}

const art = (words: string) => `<a href="/plugins/tracker/?aid=12">${words}</a>`;

test('H5: what a text names is found once, addresses and headings aside', () => {
  const text =
    'See art #12, req #12 and bug #7, @ben, Mail a@ben.example, C# 12, &art #3; # 9 @ben or @jo';
  expect(namesIn(text)).toEqual({ ids: [7, 12], logins: ['ben'] });
});

test.each([
  ['<p>See art #12, @ben:</p>', `<p>See ${art('art #12')}, <a href="/users/ben">@ben</a>:</p>`],
  ['<p>/@ben</p>', '<p>/<a href="/users/ben">@ben</a></p>'],
  ['<b>req #12</b>', `<b>${art('req #12')}</b>`],
])('H5: %s is linked as the server will', (html, expected) => {
  expect(linked(html)).toBe(expected);
});

test.each([
  'bug #12',
  'art #13',
  '@carl',
  '<code>art #12</code>',
  '<a href="/x">art #12</a>',
  'a@ben',
  // The server takes the dot for a part of the name.
  'ask @ben.',
  'art #123',
])('H5: %s stays as it is', (html) => {
  expect(linked(html)).toBe(html);
});

test('H5: words stay words: nothing in a text becomes markup', () => {
  expect(linked('&lt;img src=x onerror=alert(1)&gt; art #12')).toBe(
    `&lt;img src=x onerror=alert(1)&gt; ${art('art #12')}`,
  );
});
