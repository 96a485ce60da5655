import type { Bench, Came } from '../bench';
import {
  amber,
  type Check,
  described,
  type Finding,
  green,
  readOnly,
  red,
  unknown,
} from '../check';
import { artifactToTry } from '../subject';
import { noArtifact, nobody } from './toTry';

/** No field has this number: Tuleap refuses such a save (artifacts/133), so it cannot store anything. */
const NO_FIELD = 999_999_999;

/**
 * A save that cannot store: its only field does not exist. Tuleap looks at the condition first, so a stale one gives 412
 * where it arrives, and 400 where it was lost on the way.
 */
function trySave(bench: Bench, id: number, condition: Record<string, string>): Promise<Came> {
  const body = { values: [{ field_id: NO_FIELD, value: '' }] };
  return bench.ask({ method: 'PUT', path: `/api/artifacts/${id}`, headers: condition, body });
}

/** From another origin a read with the condition shows whether the browser would send it at all. */
async function farFinding(bench: Bench, name: string, value: string): Promise<Finding> {
  const path = '/api/projects?limit=1';
  const came = await bench.ask({ method: 'GET', path, headers: { [name]: value } });
  if (came.kind === 'answer') return green(`${name} may be sent from here.`);
  return amber({
    came: `The server does not let pages of another address send ${name}.`,
    without: 'It cannot refuse a stale save; Parterre compares changesets instead.',
    mend: 'Serve Parterre and Tuleap at one address with the proxy text.',
    topic: 'all',
  });
}

interface Condition {
  id: string;
  name: 'If-Match' | 'If-Unmodified-Since';
  /** A version that no artifact has any more. */
  stale: string;
}

/** What the answer to a stale save says; that nothing was stored only where the server refused it. */
export function conditionFinding(
  { name }: Pick<Condition, 'name'>,
  id: number,
  came: Came,
): Finding {
  if (came.kind === 'answer' && came.status === 412) {
    return green(`A stale save of #${id} was refused. Nothing was stored.`);
  }
  if (came.kind === 'answer' && came.status === 400) {
    return red({
      came: `${name} does not reach the server. Nothing was stored (tried on #${id}).`,
      without:
        name === 'If-Match'
          ? 'The server does not refuse a stale save: somebody’s change can be overwritten, and is seen only afterwards.'
          : 'Where no ETag comes, the server does not refuse a stale save.',
      mend: `Pass ${name} on to the server unchanged.`,
      topic: 'conditions',
    });
  }
  if (came.kind === 'answer' && (came.status === 403 || came.status === 404)) {
    return unknown(
      `Not tested: you may not change #${id}.`,
      'Name an artifact that you may change, then check again.',
    );
  }
  const isTaken = came.kind === 'answer' && came.status < 300;
  const isRefused = came.kind === 'answer' && came.status >= 400 && came.status < 500;
  return red({
    came: `A save of #${id} is answered ${described(came)}. ${
      isRefused
        ? 'Nothing was stored.'
        : 'It is not known whether something was stored: look at its history.'
    }`,
    without: isTaken ? 'A stale save is not refused.' : 'Nothing can be saved.',
    mend: 'Let PUT requests below /api through.',
    topic: 'pass',
  });
}

function conditionCheck(condition: Condition): Check {
  const { id, name, stale } = condition;
  return {
    id,
    title: name,
    group: 'Saving',
    async run(bench) {
      const stop = nobody(bench);
      if (stop) return stop;
      if (bench.isFar) return farFinding(bench, name, stale);
      if (bench.isReadOnly) return readOnly;
      const artifact = await artifactToTry(bench);
      if (artifact === undefined) return noArtifact;
      return conditionFinding(
        condition,
        artifact,
        await trySave(bench, artifact, { [name]: stale }),
      );
    },
  };
}

/** Whether a stale save is refused: by the ETag. */
export const ifMatchCheck = conditionCheck({ id: 'if-match', name: 'If-Match', stale: '1' });

/** Whether a stale save is refused: by the time of the last change. */
export const ifUnmodifiedSinceCheck = conditionCheck({
  id: 'if-unmodified-since',
  name: 'If-Unmodified-Since',
  stale: 'Thu, 01 Jan 1970 00:00:01 GMT',
});
