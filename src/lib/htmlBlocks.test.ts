import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlBlocks } from './htmlBlocks';

test.each([
  ['<p>a</p>\n<p>b</p>', ['<p>a</p>', '\n', '<p>b</p>']],
  ['<p>a</p><ul><li>1</li><li>2</li></ul>', ['<p>a</p>', '<ul><li>1</li><li>2</li></ul>']],
  ['one <b>two</b><br>three<p>four</p>', ['one <b>two</b><br>three', '<p>four</p>']],
  ['a<hr>b', ['a', '<hr>', 'b']],
  ['<P class="x > y">a</P><!-- b -->', ['<P class="x > y">a</P>', '<!-- b -->']],
  ['', []],
  ['a & b', ['a & b']],
])('X6: %s is cut into its blocks', (html, blocks) => {
  expect(htmlBlocks(html)).toEqual(blocks);
});

test.each([
  ['<p>a<p>b</p></p>', 'a paragraph cannot hold a block'],
  ['<p>a', 'not closed'],
  ['<ul><li>a<li>b</ul>', 'closed by the browser'],
  ['a</p>', 'never opened'],
  ['<b><i>a</b></i>', 'crossed'],
  ['a < b', 'no tag'],
  ['<script>if (a</b)</script>', 'no markup inside'],
  ['<!-->a<p>b</p>', 'a comment that is over at once'],
])('X6: %s is taken as a whole: %s', (html) => {
  expect(htmlBlocks(html)).toBeNull();
});

const inline = fc.oneof(
  fc.constantFrom('text', ' ', '\n', '&lt;', '<br>', '<img src="a.png" />'),
  fc.constantFrom('b', 'span', 'a').map((name) => `<${name} title='x'>y</${name}>`),
);
const block = fc.oneof(
  fc.array(inline, { maxLength: 3 }).map((inner) => `<p>${inner.join('')}</p>`),
  fc.array(inline, { maxLength: 3 }).map((inner) => `<ul><li>${inner.join('')}</li></ul>`),
  fc.array(inline, { maxLength: 3 }).map((inner) => `<div><h2>${inner.join('')}</h2></div>`),
);

test('X6: the blocks joined are the source, and there are as many as were put in', () => {
  fc.assert(
    fc.property(fc.array(block), (parts) => {
      const pieces = htmlBlocks(parts.join('\n'));
      expect(pieces?.join('')).toBe(parts.join('\n'));
      expect(pieces?.filter((piece) => piece !== '\n')).toEqual(parts);
    }),
  );
});

test('X6: whatever is cut is the source', () => {
  const bits = fc.constantFrom('<p>', '</p>', '<b>', '</b>', 'x', '<', '<br>', '<!--', '-->', '\n');
  fc.assert(
    fc.property(fc.array(bits), (parts) => {
      const html = parts.join('');
      expect(htmlBlocks(html)?.join('') ?? html).toBe(html);
    }),
  );
});
