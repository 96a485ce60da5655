import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../tests/sandbox/tracker/text/markdown';
import { loadMarkdown } from './markdown';

/** Line ends between blocks and the form of empty elements say nothing. */
const shape = (html: string) =>
  html.replace(/ ?\/>/g, '>').replace(/>\s+|\s+(?=<)/g, (gap) => gap.trim());

test.each([
  ['Raw <b>HTML</b> stays <i title="a > b">what it is</i>', '<p>Raw <b>HTML</b> stays'],
  ['<div>\n<b>A block</b>\n</div>\n\nAfter', '<div>\n<b>A block</b>\n</div>'],
  ['1 < 2 and a<b', '<p>1 &lt; 2 and a&lt;b</p>'],
  ['`<b>` is code', '<p><code>&lt;b&gt;</code> is code</p>'],
  ['~~not struck~~', '<p>~~not struck~~</p>'],
  ['- [ ] no tick\n- [x] none', '<li>[ ] no tick</li>'],
  [
    'See https://a.example/b and www.b.example',
    '<a href="https://a.example/b">https://a.example/b</a>',
  ],
  ['<https://a.example/b>', '<a href="https://a.example/b">https://a.example/b</a>'],
  ['ann@b.example', '<p>ann@b.example</p>'],
  ['**a <u>b</u> c**', '<strong>a <u>b</u> c</strong>'],
])('E1: %s previews as the server shows it', async (source, part) => {
  const html = (await loadMarkdown())(source);
  expect(shape(html)).toContain(shape(part));
  expect(shape(renderMarkdown(source))).toBe(shape(html));
});
