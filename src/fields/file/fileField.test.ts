import { describe, expect, test } from 'vitest';
import type { FileInfo } from '~/api/files';
import { aField } from '../../../tests/fixtures/fields';
import { mergeField } from '../contract';
import { fileField } from './fileField';

const field = aField('file', { label: 'Attachments' });

function aFile(id: number, isTemporary = false): FileInfo {
  return {
    id,
    submitted_by: 102,
    description: null,
    name: `file ${id}.log`,
    size: 10,
    type: 'text/plain',
    html_url: isTemporary ? null : `/plugins/tracker/attachments/${id}-file%20${id}.log`,
    html_preview_url: null,
    uri: `artifact_files/${id}`,
  };
}

const files = (...ids: number[]) => ids.map((id) => aFile(id));
const temporary = (id: number) => aFile(id, true);

function merged(base: FileInfo[], mine: FileInfo[], theirs: FileInfo[]) {
  const { outcome, value } = mergeField(fileField, field, { base, mine, theirs });
  return { outcome, ids: value.map(({ id }) => id) };
}

describe('files merge as sets', () => {
  test('F9: both people’s additions are kept', () => {
    expect(merged(files(1), [...files(1), temporary(5)], files(1, 4))).toEqual({
      outcome: 'merged',
      ids: [1, 4, 5],
    });
  });

  test('F9: what I removed stays removed beside their addition, what they removed beside mine', () => {
    expect(merged(files(1, 2), files(2), files(1, 2, 4)).ids).toEqual([2, 4]);
    expect(merged(files(1, 2), [...files(1, 2), temporary(5)], files(2)).ids).toEqual([2, 5]);
  });

  test('F9: a file that both removed is gone once, and nothing is left to send', () => {
    expect(merged(files(1, 2), files(2), files(2)).outcome).toBe('agreed');
    expect(merged(files(1, 2), files(2), files(2, 4)).ids).toEqual([2, 4]);
  });

  test('F9: my upload that is attached already is not attached twice', () => {
    const mine = [...files(1), temporary(5)];
    expect(merged(files(1), mine, files(1, 5)).ids).toEqual([1, 5]);
  });
});

test('F9: the entry names every file that is to stay, and order alone is no change', () => {
  expect(fileField.write?.([...files(9, 3), temporary(5)], field)).toEqual({
    field_id: field.field_id,
    value: [3, 5, 9],
  });
  expect(fileField.replacesSet).toBe(true);
});

test('F9: a required field may not be emptied', () => {
  expect(fileField.validate?.([], { ...field, required: true })).toBe('Attachments is required.');
  expect(fileField.validate?.([], field)).toBeUndefined();
});

test('F6: names are text with everything hidden made visible', () => {
  expect(fileField.toText([{ ...aFile(1), name: 'a\u202Etxt.exe' }], field)).toBe(
    'a[U+202E]txt.exe',
  );
});
