import { expect, test } from 'vitest';
import {
  anna,
  changeset,
  description,
  effort,
  field,
  rank,
  regions,
  snapshot,
  title,
} from '../../../tests/fixtures/snapshots';
import { createDraft } from './draft';
import { changeOf, draftErrors } from './draftState';
import { storedPart } from './unstored';

test('E13: only what differs from the base is sent, and typing it back sends nothing', () => {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  expect(changeOf(draft.state())).toEqual({ values: [{ field_id: effort.field_id, value: 8 }] });
  draft.set(effort, '5.0');
  draft.set(effort, '5');
  expect(changeOf(draft.state())).toEqual({ values: [] });
  expect(draft.summary().fields).toEqual([]);
});

test('E13: a field without the right to update is never sent', () => {
  const frozen = { ...effort, permissions: ['read'] };
  const base = snapshot(10);
  const draft = createDraft({ ...base, fields: [title, frozen] });
  draft.set(frozen, '8');
  expect(changeOf(draft.state())).toEqual({ values: [] });
});

test('A6: an entry of an unseen shape is never sent', () => {
  const base = snapshot(10);
  const values = (base.artifact.values ?? []).map((entry) =>
    entry.field_id === effort.field_id ? { ...entry, value: { odd: true } } : entry,
  );
  const draft = createDraft({ ...base, artifact: { ...base.artifact, values } });
  draft.set(effort, '8');
  expect(changeOf(draft.state())).toEqual({ values: [] });
});

test('E9: a read-only type is never sent', () => {
  const draft = createDraft(snapshot(10));
  draft.set(rank, 9);
  expect(changeOf(draft.state())).toEqual({ values: [] });
});

test('E13: a comment alone is a change without values; blanks are none', () => {
  const draft = createDraft(snapshot(10));
  draft.setComment({ body: '  \n', format: 'commonmark' });
  expect(changeOf(draft.state())).toEqual({ values: [] });
  draft.setComment({ body: 'Agreed.', format: 'commonmark' });
  expect(changeOf(draft.state())).toEqual({
    values: [],
    comment: { body: 'Agreed.', format: 'commonmark' },
  });
});

test('E13: typing wakes only who listens to that field; the summary only when it is another', () => {
  const draft = createDraft(snapshot(10));
  const heard: string[] = [];
  draft.subscribe(title.field_id, () => heard.push('title'));
  draft.subscribe(effort.field_id, () => heard.push('effort'));
  draft.subscribe('summary', () => heard.push('summary'));
  draft.set(title, 'A');
  draft.set(title, 'AB');
  expect(heard).toEqual(['title', 'summary', 'title']);
});

test('E12: every wrong field is named at once', () => {
  const draft = createDraft(snapshot(10));
  draft.set(title, ' ');
  draft.set(effort, 'many');
  expect([...draftErrors(draft.state()).keys()]).toEqual([title.field_id, effort.field_id]);
});

test('E15: what was typed while a save was under way stays a change', () => {
  const draft = createDraft(snapshot(10));
  draft.set(title, 'Sent');
  draft.set(effort, '8');
  draft.setComment({ body: 'Sent too', format: 'commonmark' });
  const sent = draft.state();
  draft.set(title, 'Typed later');
  draft.accept(sent, snapshot(30, { title: 'Sent', effort: 8 }));
  expect(draft.value(title)).toBe('Typed later');
  expect(draft.summary()).toMatchObject({ fields: [title], hasComment: false });
});

test("X8: a field typed back to what it was does not undo somebody's change", () => {
  const base = snapshot(10);
  const draft = createDraft(base);
  draft.set(effort, '8');
  draft.set(title, 'Half');
  draft.set(title, draft.state().base.artifact.title);
  const sent = draft.state();
  draft.set(description, { content: 'Half', format: 'commonmark' });
  draft.set(description, { content: '', format: 'commonmark' });
  draft.accept(sent, snapshot(30, { effort: 8, title: 'By ben', description: 'By ben' }));
  expect(draft.summary().fields).toEqual([]);
  expect(draft.value(title)).toBe('By ben');
});

test('X8: what I typed meanwhile into a field that somebody changed is not moved over it unseen', () => {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  draft.setComment({ body: 'Sent', format: 'commonmark' });
  const sent = draft.state();
  draft.set(title, 'Mine');
  draft.accept(sent, snapshot(30, { effort: 8, title: 'By ben' }));
  // Over the old base the next save is refused, and the prompt shows both.
  expect(draft.state().base).toBe(sent.base);
  expect(draft.value(title)).toBe('Mine');
  expect(draft.summary().hasComment).toBe(false);
});

const links = field(9, 'Links', { type: 'art_link', allowed_types: [] });

function linked(second: number, ends: { to: readonly number[]; from: readonly number[] }) {
  const { artifact, ...base } = snapshot(second);
  const linksOf = (ids: readonly number[]) =>
    ids.map((id) => ({
      id,
      uri: `artifacts/${id}`,
      tracker: { id: 5, label: 'Tests', color: 'fiesta-red' },
      type: null,
    }));
  const entry = {
    field_id: links.field_id,
    type: links.type,
    label: links.label,
    links: linksOf(ends.to),
    reverse_links: linksOf(ends.from),
  };
  const values = [...(artifact.values ?? []), entry];
  return { ...base, fields: [...base.fields, links], artifact: { ...artifact, values } };
}

test('D4: a link that another artifact got to this one beside my save is not taken out by what I typed meanwhile', () => {
  const draft = createDraft(linked(10, { to: [], from: [] }));
  const forward = (...ids: number[]) => ids.map((id) => ({ id, type: '' }));
  draft.set(links, { forward: forward(7), reverse: [] });
  const sent = draft.state();
  draft.set(links, { forward: forward(7, 8), reverse: [] });
  const typed = draft.state();
  const calm = linked(30, { to: [7], from: [] });
  draft.accept(sent, calm);
  expect(draft.state().base).toBe(calm);
  draft.become(typed);
  const beside = linked(30, { to: [7], from: [40] });
  draft.accept(sent, beside);
  expect(draft.state().base).toBe(beside);
  expect(draft.value(links)).toEqual({ forward: forward(7, 8), reverse: forward(40) });
});

test('X8: blanks that the server trims are no change of somebody else', () => {
  const draft = createDraft(snapshot(10));
  draft.set(title, 'Sent ');
  const sent = draft.state();
  draft.set(title, 'Sent on');
  const stored = snapshot(30, { title: 'Sent' });
  draft.accept(sent, stored);
  expect(draft.state().base).toBe(stored);
  expect(draft.summary().fields).toEqual([title]);
});

test('E15: a comment typed on while it was sent is kept whole', () => {
  const draft = createDraft(snapshot(10));
  draft.setComment({ body: 'One', format: 'commonmark' });
  const sent = draft.state();
  draft.setComment({ body: 'One, two', format: 'commonmark' });
  draft.accept(sent, snapshot(30));
  expect(draft.state().comment.body).toBe('One, two');
});

test('E16: of a save that was stored in part the comment and what is held go, the rest stays a change', () => {
  const base = snapshot(10);
  const draft = createDraft(base);
  draft.set(effort, '8');
  draft.set(title, 'Sent');
  draft.setComment({ body: 'Agreed.', format: 'commonmark' });
  const sent = draft.state();
  const held = { effort: 8 };
  const stored = changeset(12, { by: anna, second: 30, held, comment: 'Agreed.' });
  draft.accept(storedPart(sent, { change: changeOf(sent), changeset: stored }), snapshot(30, held));
  expect(changeOf(draft.state())).toEqual({
    values: [{ field_id: title.field_id, value: 'Sent' }],
  });
  expect(draft.state().base.artifact.last_modified_date).toBe(stored.submitted_on);
});

test('E13: undo and discard give the base back', () => {
  const draft = createDraft(snapshot(10, { description: 'Old' }));
  draft.set(description, { content: 'New', format: 'commonmark' });
  draft.set(regions, [{ id: 202 }]);
  draft.undo(description);
  expect(draft.summary().fields).toEqual([regions]);
  draft.discard();
  expect(draft.summary()).toEqual({ fields: [], hasComment: false });
});
