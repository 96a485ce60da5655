import { expect, test } from 'vitest';
import { askAs } from '../doors/ask';
import { openWorld } from '../doors/node';

interface Told {
  id: number;
  last_comment: { body: string; ugroups: { label: string }[] | null };
}

/** What this person is told of the private comment of the seed: null where its changeset is not listed. */
async function toldTo(person: 'anna' | 'ben' | 'carl', fields: 'all' | 'comments' = 'all') {
  const { body } = await askAs(
    openWorld(),
    person,
  )(`GET artifacts/431/changesets?limit=50&fields=${fields}`);
  const found = (body as Told[]).find(({ id }) => id === 9846);
  if (!found) return null;
  const { body: text, ugroups } = found.last_comment;
  return { text, groups: ugroups?.map(({ label }) => label) ?? null };
}

test('Private comments: administrators are told all groups, others their own', async () => {
  expect((await toldTo('anna'))?.groups).toEqual(['QA', 'Contractors']);
  const carl = await toldTo('carl');
  expect(carl?.groups).toEqual(['QA']);
  expect(carl?.text).toContain('The audit file waits for this one.');
});

test('Private comments: who is in none of the groups sees the change alone, and no comment to list', async () => {
  expect(await toldTo('ben')).toEqual({ text: '', groups: null });
  expect(await toldTo('ben', 'comments')).toBeNull();
});
