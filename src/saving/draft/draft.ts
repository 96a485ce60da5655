import type { CommentBody } from '~/api/artifacts/change';
import type { Field } from '~/api/trackers';
import { equal } from '~/lib/equal';
import {
  afterSave,
  changedEntry,
  changedFields,
  type DraftBase,
  type DraftState,
  draftValue,
  emptyDraft,
} from './draftState';
import type { ArtifactSnapshot } from './snapshot';

/** What may be listened to: one field, the comment, the list of changes, or everything at once. */
export type DraftTopic = number | 'comment' | 'summary' | 'all';

/** Which fields are changed, in the order of the tracker, and whether there is a comment. */
export interface DraftSummary {
  fields: readonly Field[];
  hasComment: boolean;
}

/**
 * One unsent draft, outside React: typing in a field wakes only who listens to that field, and the summary only when
 * the list of changes is another. A draft starts from one snapshot and is never fed by a refetch.
 */
export interface Draft<Base extends DraftBase = ArtifactSnapshot> {
  state(): DraftState<Base>;
  summary(): DraftSummary;
  value(field: Field): unknown;
  isChanged(field: Field): boolean;
  set(field: Field, value: unknown): void;
  undo(field: Field): void;
  setComment(comment: CommentBody): void;
  /** Throws away what was typed. */
  discard(): void;
  /** Goes on from another state: a newer snapshot, a merge, a stored draft. */
  become(state: DraftState<Base>): void;
  /** `sent` was stored and read back as `base`; what was typed meanwhile stays. */
  accept(sent: DraftState<Base>, base: Base): void;
  subscribe(topic: DraftTopic, listener: () => void): () => void;
}

function summaryOf(state: DraftState<DraftBase>): DraftSummary {
  return { fields: changedFields(state), hasComment: state.comment.body.trim() !== '' };
}

function isSameSummary(a: DraftSummary, b: DraftSummary): boolean {
  return (
    a.hasComment === b.hasComment &&
    equal(
      a.fields.map((field) => field.field_id),
      b.fields.map((field) => field.field_id),
    )
  );
}

/** The summary after one field was touched: the others need no second look. */
function withField(
  summary: DraftSummary,
  state: DraftState<DraftBase>,
  touched: Field,
): DraftSummary {
  const isChanged = changedEntry(state, touched) !== undefined;
  const wasChanged = summary.fields.some(({ field_id }) => field_id === touched.field_id);
  if (isChanged === wasChanged) return summary;
  const changed = new Set(summary.fields.map(({ field_id }) => field_id));
  if (isChanged) changed.add(touched.field_id);
  else changed.delete(touched.field_id);
  return { ...summary, fields: state.base.fields.filter(({ field_id }) => changed.has(field_id)) };
}

/** A draft over a base; `restored` where it goes on from an earlier one. */
export function createDraft<Base extends DraftBase>(
  base: Base,
  restored?: DraftState<Base>,
): Draft<Base> {
  let state = restored ?? emptyDraft(base);
  let summary = summaryOf(state);
  const listeners = new Map<DraftTopic, Set<() => void>>();

  function tell(topic: DraftTopic): void {
    for (const listener of listeners.get(topic) ?? []) listener();
  }

  function settle(next: DraftSummary): void {
    const isNews = !isSameSummary(summary, next);
    if (isNews) summary = next;
    if (isNews) tell('summary');
    tell('all');
  }

  function put(field: Field, values: ReadonlyMap<number, unknown>): void {
    state = { ...state, values };
    tell(field.field_id);
    settle(withField(summary, state, field));
  }

  function become(next: DraftState<Base>): void {
    state = next;
    for (const topic of listeners.keys()) {
      if (topic !== 'summary' && topic !== 'all') tell(topic);
    }
    settle(summaryOf(state));
  }

  return {
    state: () => state,
    summary: () => summary,
    value: (field) => draftValue(state, field),
    isChanged: (field) => summary.fields.some(({ field_id }) => field_id === field.field_id),
    set: (field, value) => put(field, new Map(state.values).set(field.field_id, value)),
    undo(field) {
      const values = new Map(state.values);
      values.delete(field.field_id);
      put(field, values);
    },
    setComment(comment) {
      state = { ...state, comment };
      tell('comment');
      settle({ ...summary, hasComment: comment.body.trim() !== '' });
    },
    discard: () => become(emptyDraft(state.base)),
    become,
    accept: (sent, next) => become(afterSave(state, sent, next)),
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
