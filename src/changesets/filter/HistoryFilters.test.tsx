import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { anna, changeset } from '../../../tests/fixtures/snapshots';
import { HistoryFilters } from './HistoryFilters';
import { readHistorySearch } from './historySearch';

afterEach(cleanup);

const asked = (address: string) => readHistorySearch(new URLSearchParams(address));

/** A changeset that came by mail: the server names an address and no person. */
const byMail = (id: number, email: string) => ({
  changeset: {
    ...changeset(id, { by: anna, second: id, comment: 'By mail' }),
    ...{ submitted_by: 0, submitted_by_details: null, email },
  },
  previous: null,
  changes: [],
});

function people(
  address: string,
  steps = [byMail(1, 'a@example.org'), byMail(2, 'b@example.org')],
  unloaded = 0,
) {
  render(
    <HistoryFilters
      search={asked(address)}
      onSearch={() => undefined}
      steps={steps}
      unloaded={unloaded}
      fields={[]}
      hasVisited={false}
    />,
  );
  return screen.getByRole('combobox', { name: 'Person' });
}

test('H1: who wrote by mail or without signing in can be asked for, under one name that fits all of them', () => {
  const select = people('by=0');
  expect(asked('by=0').by).toBe(0);
  expect(select).toHaveDisplayValue('By mail or not signed in');
  expect(within(select).getAllByRole('option')).toHaveLength(2);
});

test('H1: it stays chosen where nothing of theirs is loaded', () => {
  expect(people('by=0', [])).toHaveDisplayValue('By mail or not signed in');
});

test('H1: that people of what is not loaded are missing is said, and ends with the last of it', () => {
  expect(people('', [], 30)).toHaveAccessibleDescription(
    'Not in the list yet: who wrote only in the 30 changesets that are not loaded.',
  );
  cleanup();
  expect(people('', [], 1)).toHaveAccessibleDescription(/the one changeset that is not loaded\.$/);
  cleanup();
  expect(people('')).not.toHaveAccessibleDescription();
});

test.each(['by=', 'by=00', 'by=-1', 'by=x'])(
  'H1: %s in an address asks for everybody',
  (address) => {
    expect(asked(address).by).toBeNull();
  },
);
