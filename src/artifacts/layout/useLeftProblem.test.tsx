import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { createDraft } from '~/saving/draft/draft';
import { readingsOf } from '~/saving/draft/draftState';
import { field, snapshot } from '../../../tests/fixtures/snapshots';
import { FieldRow } from './FieldRow';

const number = { label: 'Weight', type: 'float' };
const whole = { label: 'Count', type: 'int' };
const day = { label: 'Due', type: 'date' };

/** A form of these fields, all of them empty. */
function edited(...kinds: readonly { label: string; type: string }[]) {
  const fields = kinds.map(({ label, type }, at) => field(50 + at, label, { type }));
  const draft = createDraft({ ...snapshot(10), fields });
  render(
    [...readingsOf(draft.state().base).values()].map((reading) => (
      <FieldRow
        key={reading.field.field_id}
        draft={draft}
        reading={reading}
        isEditing
        error={undefined}
        workflow={null}
        isLocked={false}
      />
    )),
  );
  return userEvent.setup();
}

const box = (name: string) => screen.getByRole('textbox', { name });

test.each([
  [number, '1,5', 'Use a point for decimals: 1.5.', '1.5'],
  [whole, '1.5', 'Only whole numbers are possible here.', '15'],
  [day, 'someday', /^This is not a date/, '2027-01-31'],
])(
  'E2: %o is explained at its place when it is left, never while it is typed',
  async (kind, typed, words, right) => {
    const user = edited(kind, { label: 'Next', type: 'string' });
    await user.type(box(kind.label), typed);
    expect(screen.queryByText(words)).not.toBeInTheDocument();
    await user.click(box('Next'));
    expect(await screen.findByText(words)).toBeVisible();
    expect(box(kind.label)).toBeInvalid();
    expect(box(kind.label)).toHaveAccessibleDescription(words);
    await user.clear(box(kind.label));
    expect(screen.queryByText(words)).not.toBeInTheDocument();
    await user.type(box(kind.label), right);
    await user.click(box('Next'));
    expect(screen.queryByText(words)).not.toBeInTheDocument();
  },
);

test('E2: what was not touched is not judged by being looked at', async () => {
  const draft = createDraft({
    ...snapshot(10),
    fields: [field(50, 'Name', { type: 'string', required: true })],
  });
  const [reading] = [...readingsOf(draft.state().base).values()];
  if (!reading) throw new Error('one field makes one reading');
  render(
    <FieldRow
      draft={draft}
      reading={reading}
      isEditing
      error={undefined}
      workflow={null}
      isLocked={false}
    />,
  );
  const user = userEvent.setup();
  await user.tab();
  await user.tab();
  expect(screen.queryByText(/is required/)).not.toBeInTheDocument();
  expect(box('Name')).toBeValid();
});

test('E2: while a press that left the field is held, nothing moves under it', async () => {
  const user = edited(number);
  await user.type(box('Weight'), '1,5');
  const pressed = vi.spyOn(document, 'querySelector');
  pressed.mockImplementation((selector) => (selector === ':active' ? document.body : null));
  fireEvent.focusOut(box('Weight'));
  pressed.mockRestore();
  expect(screen.queryByText(/Use a point/)).not.toBeInTheDocument();
  fireEvent.mouseUp(document.body);
  expect(await screen.findByText(/Use a point/)).toBeVisible();
});
