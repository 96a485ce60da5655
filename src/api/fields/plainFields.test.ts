import { beforeEach, expect, test } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { aField, aListField, aStaticValue } from '../../../tests/fixtures/fields';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { fullTracker, snapshot } from '../../../tests/fixtures/snapshots';
import { readArtifact } from '../artifacts/read';
import { forgetUnexpected, unexpectedShapes } from '../requests/unexpected';

beforeEach(() => {
  beSignedIn();
  forgetUnexpected();
});

const title = aField('string', { field_id: 1, label: 'Title' });
const list = aListField('sb', [aStaticValue(101, 'High')], { field_id: 2, label: 'Priority' });
const links = { ...aField('art_link', { field_id: 3, label: 'Links' }), allowed_types: undefined };

function answer(fields: readonly unknown[]): void {
  const { artifact } = snapshot(1);
  const tracker = { ...fullTracker([]), fields };
  openFetchDoor(() => Response.json({ ...artifact, tracker }));
}

test('E9, A6: a field of an unseen shape does not take its tracker down; it is read-only, and noted as it came', async () => {
  const odd = { ...list, values: 'none of this version' };
  answer([title, odd, links]);
  const { tracker } = await readArtifact(1);
  expect(tracker?.fields.map(({ label, type }) => [label, type])).toEqual([
    ['Title', 'string'],
    ['Priority', 'sb'],
    // Without its types of links there is no such field to draw.
    ['Links', 'art_link, of an unseen shape'],
  ]);
  expect(tracker?.fields[1]).toMatchObject({ values: null, permissions: ['read'] });
  const [first, second] = unexpectedShapes();
  expect(first?.issues[0]?.path).toMatch(/^fields\[1\]\.values/);
  expect(first?.json).toContain('none of this version');
  expect(second?.issues).toEqual([{ path: 'fields[2].allowed_types', message: 'Missing' }]);
});

test('A6: a field without so much as a number, and anything odd outside of the fields, is a fault', async () => {
  answer([title, { ...list, field_id: 'two' }]);
  await expect(readArtifact(1)).rejects.toMatchObject({ kind: 'shape' });
  answer([title, { ...list, values: 0 }]);
  openFetchDoor(() => Response.json({ ...snapshot(1).artifact, id: 'one' }));
  await expect(readArtifact(1)).rejects.toMatchObject({ kind: 'shape' });
});
