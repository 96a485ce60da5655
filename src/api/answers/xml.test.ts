import { expect, test } from 'vitest';
import { growth } from '../../../tests/fixtures/growth';
import { parseXml, XmlError } from './xml';

test('B8: elements, text, attributes and namespaces are read as they stand', () => {
  const root = parseXml(
    '<?xml version="1.0"?>\n<!-- seen --><a xmlns="urn:x" xmlns:i="urn:i" k="1 &lt; 2">' +
      "<b>one &amp; two</b><i:c i:nil='true'/><b><![CDATA[<raw> & ]]>&#x1F600;&#65;</b>\r\n</a>",
  );
  expect(root).toMatchObject({ name: 'a', namespace: 'urn:x', attributes: { k: '1 < 2' } });
  expect(root.children.map(({ name, namespace, text }) => [name, namespace, text])).toEqual([
    ['b', 'urn:x', 'one & two'],
    ['c', 'urn:i', ''],
    ['b', 'urn:x', '<raw> & 😀A'],
  ]);
  expect(root.children[1]?.attributes).toEqual({ 'i:nil': 'true' });
  expect(root.text).toBe('\n');
});

test.each([
  ['', 'There is no element'],
  ['<a>', '<a> is not closed'],
  ['<a></b>', '</b> closes <a>'],
  ['</a>', '</a> closes nothing'],
  ['<a/><b/>', 'more than one root'],
  ['x<a/>', 'outside of the root'],
  ['<a>&nbsp;</a>', '&nbsp; is not known'],
  ['<a>&</a>', 'A & stands alone'],
  ['<a b=c/>', 'not quoted'],
  ['<a b="1" b="2"/>', 'stands twice'],
  ['<a b="1"c="2"/>', 'not well-formed'],
  ['<p:a/>', 'Prefix p is not declared'],
  ['<a>&#x110000;</a>', 'is no character'],
  ['<a><!-- </a>', 'A comment does not end'],
  ['<!DOCTYPE a [<!ENTITY e "eeee">]><a>&e;</a>', 'document type'],
])('B8: %s is refused with the reason', (text, reason) => {
  expect(() => parseXml(text)).toThrow(reason);
  expect(() => parseXml(text)).toThrow(XmlError);
});

test('B8: the line of a fault is named', () => {
  expect(() => parseXml('<a>\n<b>\n</c></a>')).toThrow('(line 3)');
});

test('Security: a deep nest ends with an error, not with the stack', () => {
  expect(() => parseXml('<a>'.repeat(100_000))).toThrow('nested too deep');
});

test('Security: a long text takes one pass', () => {
  const grown = growth({ small: 500, large: 32_000 }, (size) => {
    const text = `<a>${'<b>x &amp; y</b>'.repeat(size)}</a>`;
    return () => expect(parseXml(text).children).toHaveLength(size);
  });

  expect(grown).toBeLessThan(16);
});
