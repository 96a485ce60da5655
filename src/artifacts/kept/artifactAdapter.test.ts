import { beforeEach, expect, test } from 'vitest';
import { Uploads } from '~/attachments/upload/uploads';
import type { KeptRecord } from '~/kept/record';
import { createDraft } from '~/saving/draft/draft';
import { changeOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { twinOf } from '../../../tests/fixtures/moved';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import {
  effort,
  field,
  fullTracker,
  regions,
  snapshot,
  title,
} from '../../../tests/fixtures/snapshots';
import { artifactAdapter } from './artifactAdapter';

beforeEach(beSignedIn);

/** A version as a page reads it: with its tracker. */
function shown(second: number, value = 5): ArtifactSnapshot {
  const base = snapshot(second, { effort: value });
  const tracker = fullTracker(base.fields, {
    workflow: {
      ...{ field_id: 4, is_used: '1', is_legacy: false, is_advanced: false },
      ...{ rules: { dates: [], lists: [] }, transitions: [] },
    },
  });
  return { ...base, tracker };
}

function tabOn(version: ArtifactSnapshot) {
  const draft = createDraft(version);
  const deaf = { onReopened: () => {}, onLeft: () => {}, onFollowed: () => {} };
  return { draft, adapter: artifactAdapter(draft, { ...deaf, uploads: new Uploads() }) };
}

/** What a tab has typed, as another one reads it out of the browser. */
function keptBy({ adapter }: ReturnType<typeof tabOn>): Map<string, KeptRecord> {
  const { kind, id } = adapter.slot;
  const place = { kind, id, server: 'x', user: 1, at: 1 };
  const parts = [['head', adapter.head()] as const, ...adapter.parts()];
  const bodies: unknown = JSON.parse(JSON.stringify(parts.map(([, body]) => body)));
  if (!Array.isArray(bodies)) throw new Error('no bodies');
  return new Map(parts.map(([part], at) => [part, { ...place, part, body: bodies[at] }]));
}

test.each([
  ['opened over a newer version where both changed it', 'opened', shown(20, 13)],
  ['followed', 'followed', shown(10)],
  ['followed by a page with a newer version', 'followed', shown(20, 13)],
] as const)('Z6, E10: a draft that is %s keeps the workflow of its page', (_, how, version) => {
  const first = tabOn(shown(10));
  first.draft.set(effort, '8');
  const second = tabOn(version);
  const records = keptBy(first);
  const adopted = second.adapter.adopt(records, how);
  expect(second.draft.state().values).toEqual(new Map([[effort.field_id, '8']]));
  expect(second.draft.state().base.tracker?.workflow?.is_used).toBe('1');
  // What lies there is not written again for it.
  expect(adopted?.parts.get('base')).toBe(records.get('base')?.body);
  if (how === 'followed')
    expect(second.adapter.parts().get('base')).toBe(records.get('base')?.body);
});

test('Z6, X11: a tab with the artifact in another tracker follows one from before in its own fields, and keeps what has no place', () => {
  const first = tabOn(shown(10));
  first.draft.set(effort, '8');
  first.draft.set(regions, [{ id: 201 }]);
  const now = shown(20);
  const there = twinOf(effort);
  const artifact = { ...now.artifact, tracker: { ...now.artifact.tracker, id: 12 }, values: [] };
  const second = tabOn({ ...now, artifact, fields: [there] });
  const records = keptBy(first);
  const of = records.get('head');
  const old = { label: 'Old', text: 'before' };
  // It has been moved there once before, with the same value.
  const body = [old, { label: 'Regions', text: 'APAC' }];
  if (of) records.set('left', { ...of, part: 'left', body });
  second.adapter.adopt(records, 'followed');
  expect(second.draft.state().values).toEqual(new Map([[there.field_id, '8']]));
  expect(second.adapter.parts().get('left')).toEqual([old, { label: 'Regions', text: 'APAC' }]);
});

test('E15, X11: a draft that the page before never saw, as behind a passphrase, comes in beside what was taken over', () => {
  const locked = tabOn(shown(10));
  locked.draft.set(effort, '8');
  locked.draft.setComment({ body: 'Behind the passphrase', format: 'commonmark' });
  const before = tabOn(shown(10));
  before.draft.set(title, 'Typed on the page before');
  const now = shown(20);
  const artifact = { ...now.artifact, tracker: { ...now.artifact.tracker, id: 12 }, values: [] };
  const fields = [twinOf(effort), twinOf(title)];
  const page = tabOn({ ...now, artifact, fields });
  page.adapter.takeOver(keptBy(before));
  page.adapter.adopt(keptBy(locked), 'opened');
  const { values, comment } = page.draft.state();
  expect(values.get(twinOf(effort).field_id)).toBe('8');
  expect(values.get(twinOf(title).field_id)).toBe('Typed on the page before');
  expect(comment.body).toBe('Behind the passphrase');
});

test('D2, E15: what somebody saved in the second of the base is put together with the draft, never replaced', () => {
  const first = tabOn(shown(10));
  first.draft.set(regions, [{ id: 201 }]);
  const held = { effort: 5, regions: [202] };
  const second = tabOn({ ...shown(10), artifact: snapshot(10, held).artifact });
  second.adapter.adopt(keptBy(first), 'opened');
  const ids = changeOf(second.draft.state()).values.map(({ bind_value_ids: of }) => of);
  expect(ids).toEqual([[201, 202]]);
  const third = tabOn(shown(10, 13));
  first.draft.set(effort, '8');
  third.adapter.adopt(keptBy(first), 'opened');
  expect(third.draft.state().base.artifact.values).toEqual(shown(10).artifact.values);
});

test('E15: what is typed before the kept draft is there stands over it, and what it replaces stays to be copied', () => {
  const first = tabOn(shown(10));
  first.draft.set(effort, '8');
  first.draft.setComment({ body: 'Kept before', format: 'commonmark' });
  const second = tabOn(shown(10));
  second.draft.set(effort, '13');
  second.draft.setComment({ body: 'Typed meanwhile', format: 'commonmark' });
  second.adapter.adopt(keptBy(first), 'opened');
  expect(second.draft.state().comment.body).toBe('Typed meanwhile');
  expect(second.adapter.parts().get('left')).toEqual([
    { label: 'Effort', text: '8' },
    { label: 'Comment', text: 'Kept before' },
  ]);
});

test('D4, E15: of a draft with links, a link that somebody set to it since stays, though no changeset tells of it', () => {
  const links = field(9, 'Links', { type: 'art_link', allowed_types: [] });
  const linkedFrom = (...ids: number[]): ArtifactSnapshot => {
    const version = shown(10);
    const { artifact, tracker } = version;
    const tracked = { id: 11, label: 'Requirements', color: 'inca-silver' };
    const reverse_links = ids.map((id) => {
      return { id, uri: `artifacts/${id}`, tracker: tracked, type: 'blocks' };
    });
    const entry = { field_id: 9, type: 'art_link', label: 'Links', links: [], reverse_links };
    const fields = [...version.fields, links];
    return {
      ...{ ...version, fields, tracker: tracker && { ...tracker, fields } },
      artifact: { ...artifact, values: [...(artifact.values ?? []), entry] },
    };
  };
  const first = tabOn(linkedFrom(433));
  first.draft.set(links, {
    forward: [{ id: 7, type: '' }],
    reverse: [{ id: 433, type: 'blocks' }],
  });
  const second = tabOn(linkedFrom(40, 433));
  second.adapter.adopt(keptBy(first), 'opened');
  expect(second.draft.value(links)).toEqual({
    forward: [{ id: 7, type: '' }],
    reverse: [40, 433].map((id) => ({ id, type: 'blocks' })),
  });
});
