import { explain } from '~/api/explain';
import { sentence } from '~/lib/words/sentence';
import { Banner } from '~/ui/show/Banner';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import type { RemoveOutcome } from './removeArtifact';

type Problem = Exclude<RemoveOutcome, { kind: 'deleted' }>;

/** Recorded: artifacts/166. Another origin may not read the limit, which is 0 then, but this it may. */
const SWITCHED_OFF = 'Deletion of artifacts is not allowed';

/** Why an artifact was not deleted, where the usual words for the status would say too little. */
function limitWords({ error, budget }: Extract<Problem, { kind: 'refused' }>) {
  const words = explain(error, 'delete it');
  if (error.status === 429) {
    const many = budget.limit === null ? 'as many artifacts' : `${budget.limit} artifacts, as many`;
    return {
      ...words,
      what: `You have deleted ${many} as this server lets one person delete in 24 hours. Nothing was changed.`,
      next: 'Try again when the first of them is 24 hours ago.',
    };
  }
  const isOff = budget.limit === 0 || error.serverMessages.includes(SWITCHED_OFF);
  if (error.status === 403 && isOff) {
    return {
      ...words,
      what: 'Deleting artifacts is switched off on this server. Nothing was changed.',
      next: 'Ask an administrator of the server, or close the artifact by its status.',
    };
  }
  if (error.status === 403) {
    return {
      ...words,
      next: 'Only administrators of its tracker may delete an artifact: if you no longer are one, ask one of them.',
    };
  }
  if (error.status === 404) {
    return {
      ...words,
      what: 'The server answered that there is no such address, but the artifact is still there, read a moment ago. A proxy before it may not let requests to delete through. Nothing was changed.',
      next: 'Ask an administrator of the server.',
    };
  }
  return words;
}

/** How deleting ended when it did not end with a deleted artifact. */
export function RemoveProblem({ outcome }: { outcome: Problem }) {
  if (outcome.kind === 'refused') return <ErrorPanel words={limitWords(outcome)} />;
  return (
    <Banner tone="warning" role="alert">
      <strong>It is not known whether it was deleted.</strong> {sentence(outcome.error.message)}{' '}
      {outcome.isThere ? 'Read a moment ago, it was still there.' : 'Reading it failed as well.'}{' '}
      Trying again does no harm: what is gone stays gone.
    </Banner>
  );
}
