import { beforeEach, expect, test } from 'vitest';
import type { DraftState } from '~/saving/draft/draftState';
import { noComment } from '~/saving/draft/draftState';
import { resumed } from '~/saving/journal/resume';
import { twinOf, versionIn } from '../../../tests/fixtures/moved';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { anna, ben, changeset, title } from '../../../tests/fixtures/snapshots';
import { landedThere } from './landedThere';

beforeEach(beSignedIn);

const there = twinOf(title);
const comment = { body: 'Said', format: 'commonmark' as const };
const base = versionIn(11, 10, [[title, { value: 'Before' }]]);
const kept: DraftState = { base, values: new Map([[title.field_id, 'Mine']]), comment };

/** What is found to be stored where the changeset with my comment holds `mine`, as the tracker of now says it. */
function landed(mine: string | null) {
  const entry = (value: string) => ({ field_id: 1001, type: 'string', label: 'Title', value });
  const said = changeset(12, { by: anna, second: 12, comment: 'Said' });
  const bens = changeset(13, { by: ben, second: 13 });
  const version = versionIn(12, 30, [[there, { value: 'Bens' }]]);
  const news = {
    version,
    since: [
      { ...said, values: mine === null ? [] : [entry(mine)] },
      { ...bens, values: [entry('Bens')] },
    ],
  };
  const change = { values: [{ field_id: 1, value: 'Mine' }], comment };
  const tries = [{ id: 'a', change, typed: change, joined: [] }];
  const found = resumed(kept, { tries, me: anna.id ?? 0 }, news);
  if (!found) throw new Error('The comment was not found');
  return landedThere(found, news);
}

test('E16, X11: what a changeset holds under the ids of the new tracker is stored', () => {
  expect(landed('Mine').values).toEqual(new Map([[1001, 'Mine']]));
});

test.each([null, 'Cleaned'])('E16, X11: what no changeset holds stays typed: %s', (text) => {
  const stored = landed(text);
  expect(stored.values).toEqual(new Map());
  expect(stored.comment).not.toEqual(noComment);
});
