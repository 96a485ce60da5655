import { expect, test } from 'vitest';
import { aField } from '../../../tests/fixtures/fields';
import { fullTracker } from '../../../tests/fixtures/snapshots';
import { blankArtifact } from './blankArtifact';

test('E9: only what may be set on creation is on the form; what has no control is named', () => {
  const fields = [
    aField('fieldset', { field_id: 1, permissions: ['read'] }),
    aField('string', { field_id: 2, permissions: ['read', 'update'] }),
    aField('string', { field_id: 3, permissions: ['read', 'create'] }),
    aField('Encrypted', { field_id: 4, permissions: ['read', 'create'] }),
    aField('aid', { field_id: 5, permissions: ['read'] }),
    aField('plugin_matrix', { field_id: 6, permissions: ['read', 'create'] }),
  ];
  const blank = blankArtifact(fullTracker(fields));
  expect(blank.fields.map(({ field_id }) => field_id)).toEqual([1, 3]);
  expect(blank.withoutControl.map(({ field_id }) => field_id)).toEqual([4, 6]);
});
