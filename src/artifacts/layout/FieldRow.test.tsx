import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler } from 'react';
import { expect, test } from 'vitest';
import { createDraft } from '~/saving/draft/draft';
import { readingsOf } from '~/saving/draft/draftState';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { PageStored } from '../saving/StoredNote';
import { FieldRow } from './FieldRow';

test('E13: typing in one field renders no other field again', async () => {
  const user = userEvent.setup();
  const base = snapshot(10);
  const draft = createDraft(base);
  const renders = new Map<string, number>();
  render(
    [...readingsOf(base).values()].map((reading) => (
      <Profiler
        key={reading.field.field_id}
        id={reading.field.label}
        onRender={(id) => renders.set(id, (renders.get(id) ?? 0) + 1)}
      >
        <FieldRow
          draft={draft}
          reading={reading}
          isEditing
          error={undefined}
          workflow={null}
          isLocked={false}
        />
      </Profiler>
    )),
  );
  const before = new Map(renders);
  await user.type(screen.getByRole('textbox', { name: 'Title' }), ' and order');
  expect(renders.get('Title')).toBeGreaterThan(before.get('Title') ?? 0);
  for (const label of ['Effort', 'Description', 'Regions', 'Rank']) {
    expect(renders.get(label), label).toBe(before.get(label));
  }
});

test('E11: what the server stored otherwise stands at its field until that is changed, with the way back to mine', async () => {
  const user = userEvent.setup();
  const draft = createDraft(snapshot(10));
  const reading = [...readingsOf(draft.state().base).values()].find(
    ({ field }) => field.label === 'Effort',
  );
  if (!reading) throw new Error('the fixture has an effort');
  const { field } = reading;
  const opened: number[] = [];
  const found = { field, sent: '8', stored: '5', value: '5', again: { value: '8' } };
  const row = { draft, reading, error: undefined, workflow: null, isLocked: false };
  render(
    <PageStored
      value={{ byField: new Map([[field.field_id, found]]), onEdit: (id) => opened.push(id) }}
    >
      <FieldRow {...row} isEditing={false} />
    </PageStored>,
  );
  expect(screen.getByText(/The server stored “5” in place of “8”/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Put mine back into Effort' }));
  expect(draft.value(field)).toBe('8');
  expect(opened).toEqual([field.field_id]);
  expect(screen.queryByText(/The server stored/)).toBeNull();
});

test('E12: an error stands only as long as the value it was said about', async () => {
  const user = userEvent.setup();
  const base = snapshot(10);
  const draft = createDraft(base);
  const reading = [...readingsOf(base).values()][1];
  if (!reading) throw new Error('the fixture has fields');
  draft.set(reading.field, 'x');
  const error = { message: 'This is not a number.', value: 'x' };
  render(
    <FieldRow
      draft={draft}
      reading={reading}
      isEditing
      error={error}
      workflow={null}
      isLocked={false}
    />,
  );
  expect(screen.getByText('This is not a number.')).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Effort' }), '1');
  expect(screen.queryByText('This is not a number.')).not.toBeInTheDocument();
});
