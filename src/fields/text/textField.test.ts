import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aField } from '../../../tests/fixtures/fields';
import { mergeField } from '../contract';
import { keepLineEnds } from './lineEnds';
import { renderedText, type TextValue, textField } from './textField';

const field = aField('text', { label: 'Description' });
const head = { field_id: 7, type: 'text' as const, label: 'Description' };

describe('the three shapes of a read', () => {
  test('E1: plain text, HTML and Markdown are each read as their source', () => {
    const plain = { ...head, value: 'a < b\nc', format: 'text', post_processed_value: 'a &lt; b' };
    const html = { ...head, value: '<p>a</p>', format: 'html', post_processed_value: '<p>a</p>' };
    const markdown = { ...html, commonmark: '**a**' };
    const read = (json: unknown) => textField.read(textField.schema.parse(json), field);
    expect(read(plain)).toEqual({ content: 'a < b\nc', format: 'text' });
    expect(read(html)).toEqual({ content: '<p>a</p>', format: 'html' });
    expect(read(markdown)).toEqual({ content: '**a**', format: 'commonmark' });
  });

  test('E1: emptied Markdown stays Markdown, and its empty source is not taken for missing', () => {
    const json = { ...head, value: '', format: 'html', commonmark: '', post_processed_value: '' };
    expect(textField.read(textField.schema.parse(json), field)).toEqual({
      content: '',
      format: 'commonmark',
    });
  });

  test('E1: a text never set has the format that the tracker offers', () => {
    const offered = aField('text', { default_value: { format: 'text', content: '' } });
    expect(textField.read(undefined, offered).format).toBe('text');
    expect(textField.read(undefined, field).format).toBe('commonmark');
  });

  test('H1: two empty texts are one, whatever format the server names for them', () => {
    const none: TextValue = { content: '', format: 'text' };
    const markdown: TextValue = { content: '', format: 'commonmark' };
    expect(textField.isSame?.(none, markdown)).toBe(true);
    expect(textField.isSame?.({ ...none, content: 'a' }, { ...markdown, content: 'a' })).toBe(
      false,
    );
  });

  test('E1: the format is always sent, as a bare string would become Markdown', () => {
    expect(textField.write?.({ content: '<b>', format: 'html' }, field)).toEqual({
      field_id: 7,
      value: { content: '<b>', format: 'html' },
    });
  });

  test('R1: plain text keeps its lines where the server did not mark them up', () => {
    const entry = { ...head, value: 'a\nb', format: 'text', post_processed_value: 'a\nb' };
    expect(renderedText(entry)).toEqual({ html: 'a\nb', keepsLines: true });
    expect(renderedText({ ...entry, post_processed_value: 'a<br />\nb' })?.keepsLines).toBe(false);
    expect(renderedText({ ...head, value: 5 })).toBeNull();
  });
});

test('C5: the text of HTML is what one reads, on one line', () => {
  const text = (content: string) => textField.toText({ content, format: 'html' }, field);
  expect(text('<p>One &amp; two</p>\n<ul><li>three</li></ul>')).toBe('One & two three');
  expect(text('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
});

test('E12: length is counted in bytes, as the column is', () => {
  const problem = (content: string) => textField.validate?.({ content, format: 'text' }, field);
  expect(problem('x'.repeat(65_535))).toBeUndefined();
  expect(problem('x'.repeat(65_536))).toBe('65,536 bytes, 65,535 at most: shorten it.');
  expect(problem('€'.repeat(21_845))).toBeUndefined();
  expect(problem('€'.repeat(21_846))).toContain('65,538 bytes');
});

test('E12: a required text may not be only blanks', () => {
  const required = aField('text', { label: 'Description', required: true });
  expect(textField.validate?.({ content: ' \n', format: 'text' }, required)).toBe(
    'Description is required.',
  );
});

describe('merging', () => {
  const merge = (base: TextValue, mine: TextValue, theirs: TextValue) =>
    mergeField(textField, field, { base, mine, theirs });
  const markdown = (content: string): TextValue => ({ content, format: 'commonmark' });
  const html = (content: string): TextValue => ({ content, format: 'html' });

  test('X4: lines changed by two people are both kept', () => {
    expect(merge(markdown('a\nb\nc'), markdown('A\nb\nc'), markdown('a\nb\nC'))).toEqual({
      outcome: 'merged',
      value: markdown('A\nb\nC'),
    });
  });

  test('X4: one line changed twice is a conflict, and mine is kept as the proposal', () => {
    expect(merge(markdown('a'), markdown('mine'), markdown('theirs'))).toEqual({
      outcome: 'conflict',
      value: markdown('mine'),
    });
  });

  test('X4: a text that only got other line ends was changed by nobody', () => {
    // As Tuleap's own page saves it: every line with CRLF.
    expect(merge(markdown('a\nb\nc'), markdown('A\nb\nc'), markdown('a\r\nb\r\nC'))).toEqual({
      outcome: 'merged',
      value: markdown('A\r\nb\r\nC'),
    });
    expect(merge(markdown('a\r\nb'), markdown('a\r\nb\r\nc'), markdown('a\nb'))).toEqual({
      outcome: 'mine',
      value: markdown('a\nb\nc'),
    });
    expect(merge(html('<p>\n'), html('<p>me\n'), html('<p>\r\n')).outcome).toBe('mine');
    expect(merge(markdown('a\nb'), markdown('a\nb'), markdown('a\r\nb'))).toEqual({
      outcome: 'agreed',
      value: markdown('a\r\nb'),
    });
    const sides = { base: markdown('a'), mine: markdown('b'), theirs: markdown('a\r\nc') };
    expect(textField.toSource?.(sides.theirs, field)).toBe('a\nc');
    expect(textField.inPieces?.(sides)?.join(['b', 'c'])).toEqual(markdown('b\r\nc'));
  });

  test('X6: HTML comes together by block, byte for byte', () => {
    const base = html('<p class="x">a</p>\n<ul><li>b</li></ul>');
    const mine = html('<p class="x">A</p>\n<ul><li>b</li></ul>');
    const theirs = html('<p class="x">a</p>\n<ul><li>b</li></ul><p>c &amp; d</p>');
    expect(merge(base, mine, theirs)).toEqual({
      outcome: 'merged',
      value: html('<p class="x">A</p>\n<ul><li>b</li></ul><p>c &amp; d</p>'),
    });
    const beside = merge(
      html('<p>a</p><p>b</p>'),
      html('<p>A</p><p>b</p>'),
      html('<p>a</p><p>B</p>'),
    );
    expect(beside.value).toEqual(html('<p>A</p><p>B</p>'));
  });

  test('X6: one block of HTML changed twice is a conflict, never mixed inside', () => {
    const sides = {
      base: html('<p>\na\nb\nc</p><p>d</p>'),
      mine: html('<p>\nA\nb\nc</p><p>d</p>'),
      theirs: html('<p>\na\nb\nC</p><p>D</p>'),
    };
    expect(merge(sides.base, sides.mine, sides.theirs).outcome).toBe('conflict');
    const hunks = textField.inPieces?.(sides)?.hunks ?? [];
    expect(hunks.map(({ kind }) => kind)).toEqual(['conflict', 'theirs']);
  });

  test('X6: HTML of unclear nesting is chosen as a whole', () => {
    const sides = { base: html('<p>a'), mine: html('<p>b'), theirs: html('<p>a<p>c') };
    expect(merge(sides.base, sides.mine, sides.theirs).outcome).toBe('conflict');
    expect(textField.inPieces?.(sides)).toBeUndefined();
  });

  test('X4: two formats are never mixed', () => {
    expect(merge(markdown('a\nb\nc'), markdown('A\nb\nc'), html('a\nb\nC')).outcome).toBe(
      'conflict',
    );
  });
});

describe('line ends', () => {
  test('E1: what is not touched keeps its line ends, what is typed takes the usual one', () => {
    expect(keepLineEnds('a\r\nb\r\nc', 'a\nbX\nc')).toBe('a\r\nbX\r\nc');
    expect(keepLineEnds('a\r\nb', 'a\nb\nc')).toBe('a\r\nb\r\nc');
    expect(keepLineEnds('a\r\nb\nc\rd', 'a\nb\nX\nd')).toBe('a\r\nb\nX\rd');
    expect(keepLineEnds('a\nb', 'a\nb\nc')).toBe('a\nb\nc');
  });

  const mixed = fc
    .array(fc.tuple(fc.constantFrom('', 'a', 'bb'), fc.constantFrom('\n', '\r\n', '\r')))
    .map((parts) => parts.flat().join(''));

  test('E1: typing nothing changes nothing', () => {
    fc.assert(
      fc.property(mixed, (before) => {
        expect(keepLineEnds(before, before.replace(/\r\n?/g, '\n'))).toBe(before);
      }),
    );
  });

  test('E1: what was typed is what there is, line for line', () => {
    fc.assert(
      fc.property(mixed, fc.string(), (before, typed) => {
        const area = typed.replace(/\r\n?/g, '\n');
        expect(keepLineEnds(before, area).replace(/\r\n?/g, '\n')).toBe(area);
      }),
    );
  });
});
