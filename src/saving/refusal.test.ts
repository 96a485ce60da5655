import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import { effort, field, rank, title } from '../../tests/fixtures/snapshots';
import { explainRefusal } from './refusal';

const dueDate = field(7, 'Due date', { type: 'date' });
const date = field(8, 'date', { type: 'date' });
const fields = [title, effort, rank, date, dueDate];

function refused(status: number, serverMessages: string[]): ApiError {
  const request = { method: 'PUT', path: '/api/artifacts/431' };
  return new ApiError('http', serverMessages[0] ?? 'Refused.', { request, status, serverMessages });
}

test('E12: each sentence goes to the field it names, the rest to the summary, none is lost', () => {
  const { byField, rest } = explainRefusal(
    refused(400, [
      'The field Title (title) is required.',
      'Effort is not an integer.',
      'The transition to the value "Done" is not valid.',
    ]),
    fields,
  );
  expect([...byField]).toEqual([
    [title.field_id, 'The field Title (title) is required.'],
    [effort.field_id, 'Effort is not an integer.'],
  ]);
  expect(rest).toEqual(['The transition to the value "Done" is not valid.']);
});

test('E12: the longer label wins, and a label inside a longer word is no name', () => {
  const { byField, rest } = explainRefusal(
    refused(400, ['Due date is not a date.', 'The Ranking service failed.']),
    fields,
  );
  expect([...byField.keys()]).toEqual([dueDate.field_id]);
  expect(rest).toEqual(['The Ranking service failed.']);
});

test('E12: a sentence that names two fields stands at both', () => {
  const sentence = 'Title is not allowed while Due date comes before Effort.';
  const { byField, rest } = explainRefusal(refused(400, [sentence, 'Effort is odd.']), fields);
  expect([...byField]).toEqual([
    [title.field_id, sentence],
    [effort.field_id, `${sentence} Effort is odd.`],
    [dueDate.field_id, sentence],
  ]);
  expect(rest).toEqual([]);
});

test('E12: what begins with the label and a colon says the label once, at its own field only', () => {
  const { byField } = explainRefusal(
    refused(400, ['Effort: odd.', 'Effort : wrong.', 'Title: not without Rank.', 'Due date:']),
    fields,
  );
  expect([...byField]).toEqual([
    [effort.field_id, 'odd. wrong.'],
    [title.field_id, 'not without Rank.'],
    [rank.field_id, 'Title: not without Rank.'],
    [dueDate.field_id, 'Due date:'],
  ]);
});

test('E12: two sentences about one field are both kept', () => {
  const { byField } = explainRefusal(refused(400, ['Effort is odd.', 'Effort is wrong.']), fields);
  expect(byField.get(effort.field_id)).toBe('Effort is odd. Effort is wrong.');
});

test('E12: without a text of the server its own words are shown', () => {
  expect(explainRefusal(refused(500, []), fields).rest).toEqual(['Refused.']);
});
