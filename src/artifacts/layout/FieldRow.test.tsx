import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Profiler } from 'react';
import { expect, test } from 'vitest';
import { createDraft } from '~/saving/draft/draft';
import { readingsOf } from '~/saving/draft/draftState';
import { snapshot } from '../../../tests/fixtures/snapshots';
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
