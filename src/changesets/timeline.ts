import type { HistoryPage } from '~/api/changesets/history';
import type { Changeset } from '~/api/changesets/read';
import type { Field } from '~/api/trackers';
import { sourceOf } from '~/fields/contract';
import { changesBetween, type FieldChange } from '~/saving/changes';
import { commentSource } from '~/saving/landed';

/** One changeset of a timeline, with what it did. */
export interface Step {
  changeset: Changeset;
  /** The one before it; null for the first. */
  previous: Changeset | null;
  /** Against the one before it; against nothing for the first. */
  changes: readonly FieldChange[];
}

/** What of a timeline is shown. */
export interface HistoryFilter {
  show: 'all' | 'comments' | 'changes';
  /** Only what this person wrote. */
  by: number | null;
  /** Only what changed this field. */
  field: number | null;
  /** Only where a value or the comment has these words; of a field that is asked for, only where its value has them. */
  text: string;
  /** Only what came after this changeset. */
  after: number | null;
}

/** The steps of a page, for the fields they were worked out with: a further page is no reason to do that again. */
const known = new WeakMap<HistoryPage, { fields: readonly Field[]; steps: readonly Step[] }>();

function stepsOfPage(page: HistoryPage, fields: readonly Field[]): readonly Step[] {
  const last = known.get(page);
  if (last?.fields === fields) return last.steps;
  const { changesets, before } = page;
  const steps = changesets.map((changeset, index): Step => {
    const previous = changesets[index + 1] ?? before;
    const changes = changesBetween(previous?.values ?? [], changeset.values, fields);
    return { changeset, previous, changes };
  });
  known.set(page, { fields, steps });
  return steps;
}

/** What each changeset did, newest first as the pages are (features H1). */
export function stepsOf(pages: readonly HistoryPage[], fields: readonly Field[]): Step[] {
  return pages.flatMap((page) => stepsOfPage(page, fields));
}

function hasText(texts: readonly string[], text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return texts.some((one) => one.toLocaleLowerCase().includes(wanted));
}

function textsOf(changes: readonly FieldChange[]): string[] {
  return changes.flatMap((change) => [
    sourceOf(change, change.before),
    sourceOf(change, change.after),
  ]);
}

/** The changes of a step that a filter asks for; null where the step is left out. Pure (features H1). */
export function shownChanges(step: Step, filter: HistoryFilter): readonly FieldChange[] | null {
  const { changeset } = step;
  const hasComment = changeset.last_comment.body.trim() !== '';
  if (filter.show === 'comments' && !hasComment) return null;
  if (filter.by !== null && changeset.submitted_by !== filter.by) return null;
  if (filter.after !== null && changeset.id <= filter.after) return null;
  const changes =
    filter.field === null
      ? step.changes
      : step.changes.filter(({ field }) => field.field_id === filter.field);
  if (filter.field !== null && changes.length === 0) return null;
  if (filter.show === 'changes' && changes.length === 0 && step.previous) return null;
  const comment = filter.field === null ? [commentSource(changeset)] : [];
  return hasText([...comment, ...textsOf(changes)], filter.text) ? changes : null;
}

/** True when a filter leaves something out. */
export function isFiltering({ show, by, field, text, after }: HistoryFilter): boolean {
  return show !== 'all' || by !== null || field !== null || text.trim() !== '' || after !== null;
}
