import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import { authorOf, listed } from '~/saving/changes';
import type { DraftSummary } from '~/saving/draft/draft';
import type { Saved } from '~/saving/saveMachine';
import type { SaveStep } from '~/saving/steps/steps';
import type { SaveResult } from '~/saving/useSave';

/** "2 changes and a comment"; `''` when there is nothing. */
export function countOfChanges({ fields, hasComment }: DraftSummary): string {
  const count = fields.length;
  const changes = count === 0 ? [] : [`${count} ${count === 1 ? 'change' : 'changes'}`];
  return listed(hasComment ? [...changes, 'a comment'] : changes);
}

/** The same with files that are still on their way: what leaving or discarding would cost. */
export function whatIsAtStake(summary: DraftSummary, unfinished: readonly string[]): string {
  const { length } = unfinished;
  const uploads = length === 0 ? [] : [length === 1 ? '1 upload' : `${length} uploads`];
  return listed([countOfChanges(summary), ...uploads].filter(Boolean));
}

export function labels(fields: readonly Field[]): string {
  return listed(fields.map(({ label }) => label));
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
  done: '',
};

/** "ben (changeset 9911) and carl (changesets 9912 and 9913)". */
export function whoAndWhat(changesets: readonly Changeset[], me: number): string {
  const byName = new Map<string, number[]>();
  for (const changeset of changesets) {
    const name = changeset.submitted_by === me ? 'you, in another place' : authorOf(changeset);
    byName.set(name, [...(byName.get(name) ?? []), changeset.id]);
  }
  return listed(
    [...byName].map(
      ([name, ids]) =>
        `${name} (${ids.length === 1 ? 'changeset' : 'changesets'} ${listed(ids.map(String))})`,
    ),
  );
}

/** A save that left no changeset here: there was nothing to change, or only links of other artifacts. */
function savedElsewhere({ attempt, how, despite }: Saved): string {
  if (despite) {
    return `The server said “${despite.message}”, but links of other artifacts are saved. Those that are missing stand here again, as changes that are not saved.`;
  }
  const isElsewhere = attempt.change.values.some((entry) => 'all_links' in entry);
  if (!isElsewhere) return 'Saved. The server found nothing to change.';
  const start = how === 'found' ? 'The answer was lost on the way, but it is saved:' : 'Saved:';
  return `${start} the other artifacts have the changesets, this one has no new one.`;
}

/** What a successful save has to say, for the live region and the eye; `''` when there was none. */
export function savedWords(result: SaveResult | null): string {
  if (result?.outcome.kind === 'unchanged') {
    return 'Nothing was left to save: the version on the server stands.';
  }
  if (result?.outcome.kind !== 'saved') return '';
  const { changeset, how, news, despite } = result.outcome;
  if (!news) return 'Saved. Reading it back failed.';
  if (!changeset) return savedElsewhere(result.outcome);
  if (how === 'commented') {
    const start = despite
      ? `The server said “${despite.message}”`
      : 'The answer was lost on the way';
    return `${start}, but your comment stands in changeset ${changeset.id}. Values that it does not hold as you typed them stand here as changes that are not saved.`;
  }
  if (despite) {
    return `The server said “${despite.message}”, but the artifact is saved as changeset ${changeset.id}. Links that are missing there stand here again, as changes that are not saved.`;
  }
  return how === 'found'
    ? `The answer was lost on the way, but your change landed as changeset ${changeset.id}.`
    : `Saved as changeset ${changeset.id}.`;
}
