import { expect, test } from 'vitest';
import { XmlError } from '~/api/answers/xml';
import { isRefusedAsXml, sentTree } from './sentXml';

test('A1: a declaration, blanks between elements and the name of the root say nothing; all else does', () => {
  const body = '<request><values><item><value> x </value></item></values></request>';
  const same =
    '<?xml version="1.0"?>\n<r>\n <values>\n<item><value> x </value></item> </values></r>';
  expect(sentTree(same)).toEqual(sentTree(body));
  expect(sentTree(body.replace(' x ', 'x'))).not.toEqual(sentTree(body));
  expect(sentTree(body.replaceAll('item', 'entry'))).not.toEqual(sentTree(body));
  expect(() => sentTree('<request><tracker>')).toThrow(XmlError);
});

test('A1: only a body that the server could not read is refused as XML', () => {
  const refused = (status: number, message: string) =>
    isRefusedAsXml({
      status,
      body: `<response><error><message>${message}</message></error></response>`,
    });
  expect(refused(400, 'Bad Request: Malformed XML. Premature end of data')).toBe(true);
  expect(refused(400, 'Bad Request: Unknown field 7')).toBe(false);
  expect(refused(201, 'Malformed XML')).toBe(false);
});
