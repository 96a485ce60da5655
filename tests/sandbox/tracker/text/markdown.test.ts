import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown';

test.each([
  ['', ''],
  ['two\nlines', '<p>two\nlines</p>\n'],
  ['# Title\n\n* **bold**', '<h1>Title</h1>\n<ul>\n<li><strong>bold</strong></li>\n</ul>\n'],
  ['Some `a < b` and *x*', '<p>Some <code>a &lt; b</code> and <em>x</em></p>\n'],
  ['raw <b>*bold*</b>, 1 < 2', '<p>raw <b><em>bold</em></b>, 1 &lt; 2</p>\n'],
  ['<div title="*">\n*as it is*\n</div>', '<div title="*">\n*as it is*\n</div>\n'],
  ['1. a\n2. b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n'],
  ['- a\n  - b', '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n'],
  ['> said', '<blockquote>\n<p>said</p>\n</blockquote>\n'],
  ['```sh\nls <x>\n```', '<pre><code class="language-sh">ls &lt;x&gt;\n</code></pre>\n'],
  ['[a](https://x.example/?a=1&b=2)', '<p><a href="https://x.example/?a=1&amp;b=2">a</a></p>\n'],
  ['[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>\n'],
])('CommonMark %j shows as the server shows it', (source, html) => {
  expect(renderMarkdown(source)).toBe(html);
});

test('A table has its head apart', () => {
  const html = renderMarkdown('| a | b |\n| --- | --- |\n| 1 | 2 |');
  expect(html).toBe(
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n',
  );
});
