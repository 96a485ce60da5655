import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { MinimalUserGroup } from '~/api/userGroups';
import { anna, changeset } from '../../tests/fixtures/snapshots';
import { HistoryComment } from './HistoryComment';

afterEach(cleanup);

const group = (id: number, label: string): MinimalUserGroup => ({
  id: String(id),
  uri: `user_groups/${id}`,
  label,
  users_uri: `user_groups/${id}/users`,
  short_name: label,
  key: label,
});

/** What stands before the comment itself, where these groups are named of its readers. */
function saidOf(ugroups: MinimalUserGroup[] | null): string {
  const body = 'The audit waits';
  const shown = {
    ...changeset(9846, { by: anna, second: 10 }),
    last_comment: { body, post_processed_body: '', format: 'text' as const, ugroups },
  };
  const { container } = render(<HistoryComment changeset={shown} />);
  expect(container).toHaveTextContent('The audit waits');
  return container.textContent?.split('The audit waits')[0] ?? '';
}

test('H1: a private comment says so, with the groups that are known to read it, and claims no more', () => {
  expect(saidOf([group(132, 'QA'), group(133, 'Contractors')])).toBe(
    'Private QA and Contractors may read it, perhaps others too',
  );
});

test('H1: a private comment of which no group is told is private all the same; a public one says nothing', () => {
  expect(saidOf([])).toBe('Private');
  cleanup();
  expect(saidOf(null)).toBe('');
});
