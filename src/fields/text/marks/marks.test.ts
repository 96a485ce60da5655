import { describe, expect, test } from 'vitest';
import { type Mark, withMark } from './marks';

/** `|` marks the ends of the selection, or the caret. */
function apply(mark: Mark, marked: string): string {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const second = marked.indexOf('|', start + 1);
  const edit = withMark(mark, { text, start, end: second === -1 ? start : second - 1 });
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const ends = edit.start === edit.end ? '|' : `|${after.slice(edit.start, edit.end)}|`;
  return after.slice(0, edit.start) + ends + after.slice(edit.end);
}

describe('E1: marks of a Markdown text', () => {
  test.each<[Mark, string, string]>([
    ['bold', 'a |word| here', 'a **|word|** here'],
    ['bold', 'a |word |here', 'a **|word|** here'],
    ['bold', 'a | here', 'a **|** here'],
    ['italic', '|word|', '*|word|*'],
    ['italic', '**|word|**', '***|word|***'],
    ['code', 'run |npm ci| now', 'run `|npm ci|` now'],
    ['code', 'run |a`b| now', 'run ``|a`b|`` now'],
    ['code', '|a\nb|', '```\n|a\nb|\n```'],
    ['code', 'x |a\n```\nb| y', 'x \n````\n|a\n```\nb|\n````\n y'],
    ['code', 'a |`x`| b', 'a |x| b'],
    ['code', '|`a` and `b`|', '`` |`a` and `b`| ``'],
    ['code', '|`` `a` ``|', '|`a`|'],
    ['code', '|```js\na\nb\n```|', '|a\nb|'],
    ['code', '`a` |word| `b`', '`a` `|word|` `b`'],
    ['bold', '|**a** and **b**|', '|**a** and **b**|'],
    ['bold', '**|a** and **b|**', '**|a** and **b|**'],
    ['italic', '|*a* b *c*|', '|*a* b *c*|'],
    ['italic', '|_a_ b _c_|', '|_a_ b _c_|'],
    ['italic', '|***a** and **b***|', '|**a** and **b**|'],
    ['italic', '_|word|_', '|word|'],
    ['italic', 'foo|bar|baz', 'foo*|bar|*baz'],
    ['bold', '|one\n\ntwo|', '|**one**\n\n**two**|'],
    ['bold', '|**one**\n\ntwo|', '|**one**\n\n**two**|'],
    ['link', 'see |the page| now', 'see [the page](|) now'],
    ['link', '|https://tuleap.example/x|', '[|](https://tuleap.example/x)'],
    ['link', 'see |', 'see [|]()'],
    ['list', 'on|e', '- one|'],
    ['list', 'x\none\n|two\nthree\n|y', 'x\none\n|- two\n- three|\ny'],
    ['list', '|one\n\n- two|', '|- one\n\n- two|'],
    ['list', '|', '- |'],
    ['list', '  - on|e', '  one|'],
    ['list', '1. on|e', 'one|'],
    ['list', '|- one\n  - two|', '|one\n  two|'],
    ['list', '|- one\n  two|', '|- one\n  - two|'],
    ['list', '|\nabc', '- |\nabc'],
  ])('%s of %j', (mark, before, after) => {
    expect(apply(mark, before)).toBe(after);
  });

  test.each<[Mark, string]>([
    ['bold', 'a |word| here'],
    ['italic', 'a |word| here'],
    ['italic', '**|word|**'],
    ['bold', '*|word|*'],
    ['italic', 'foo|bar|baz'],
    ['bold', '|one\n\ntwo|'],
    ['code', 'a |word| here'],
    ['code', 'a |`b| here'],
    ['code', 'a |`b` and `c`| here'],
    ['code', '|a\nb|'],
    ['code', '|a\n```\nb|'],
    ['list', '|one\ntwo|'],
  ])('%s twice is as before: %j', (mark, before) => {
    expect(apply(mark, apply(mark, before))).toBe(before);
  });

  test('what is selected with its signs loses them', () => {
    expect(apply('bold', '|**word**|')).toBe('|word|');
    expect(apply('list', '- o|ne')).toBe('one|');
  });
});
