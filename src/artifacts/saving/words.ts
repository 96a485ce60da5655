import type { Changeset } from '~/api/changesets/read';
import { explain } from '~/api/explain';
import type { Field } from '~/api/trackers';
import { joinWords } from '~/lib/words/joinWords';
import { authorOf } from '~/saving/changes';
import { countWords } from '~/saving/countWords';
import type { DraftSummary } from '~/saving/draft/draft';
import type { SaveStep } from '~/saving/steps/steps';

/** "2 changes and a comment"; `''` when there is nothing. `isFirst`: it begins a sentence. */
export function countOfChanges({ fields, hasComment }: DraftSummary, isFirst = false): string {
  if (isFirst && hasComment && fields.length === 0) return 'A comment';
  return countWords(fields.length, hasComment);
}

/** The same with files that are still on their way: what leaving or discarding would cost. */
export function whatIsAtStake(summary: DraftSummary, unfinished: readonly string[]): string {
  const { length } = unfinished;
  const uploads = length === 0 ? [] : [length === 1 ? '1 upload' : `${length} uploads`];
  return joinWords([countOfChanges(summary), ...uploads].filter(Boolean));
}

/** Why nothing is sent or merged before the end of a save is known. */
export const unclearWords = 'First it has to be clear whether the last save arrived';

/** " … ." behind what offers a merge, where it could not be begun; `''` where nothing failed. */
export function mergeProblem(error: Error | null): string {
  return error ? ` ${explain(error, 'read the newest version').title}.` : '';
}

export function labels(fields: readonly Field[]): string {
  return joinWords(fields.map(({ label }) => label));
}

/** What a save is doing, for the bar and the live region. */
export const stepWords: Record<SaveStep, string> = {
  keeping: 'Saving…',
  noting: 'Saving…',
  checking: 'Checking for newer versions…',
  writing: 'Saving…',
  comparing: 'Somebody may have been first. Reading the newest version…',
  searching: 'No clear answer came. Looking whether it was saved…',
  returning:
    'Sign in again: it is looked whether your save arrived; if not, you are asked to send it.',
  asking: 'Signed in again. Send now?',
  auditing: 'Saved. Reading it back…',
  closing: 'Saving…',
  linking: 'Saving links at the other artifacts…',
  done: '',
};

/** "ben (changeset 9911) and carl (changesets 9912 and 9913)". */
export function whoAndWhat(changesets: readonly Changeset[], me: number): string {
  const byName = new Map<string, number[]>();
  for (const changeset of changesets) {
    const name = changeset.submitted_by === me ? 'you, in another place' : authorOf(changeset);
    byName.set(name, [...(byName.get(name) ?? []), changeset.id]);
  }
  return joinWords(
    [...byName].map(
      ([name, ids]) =>
        `${name} (${ids.length === 1 ? 'changeset' : 'changesets'} ${joinWords(ids.map(String))})`,
    ),
  );
}
