import { ApiError } from '~/api/error';
import type { DraftState } from '~/saving/draft/draftState';
import { lookFrom } from '~/saving/machine/saveMachine';
import type { SaveJob, SaveOutcome } from '~/saving/machine/states';
import { type WholeSave, withOthers } from '~/saving/others/wholeSave';
import { openArtifact, restPort } from '~/saving/restPort';
import { type SavePort, saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import type { Random } from '../sandbox/seed/random';

interface Chances {
  random: Random;
  wait(milliseconds: number): Promise<void>;
}

const audit = { method: 'GET', path: '/api/artifacts' };

/** Now and then reading back fails: the page looks again by itself, at what stands there by then (features X8). */
async function saveAndLook(job: SaveJob, { random, wait }: Chances): Promise<SaveOutcome> {
  const isUnread = random.chance(0.1);
  let isWritten = false;
  const port: SavePort = {
    async read(base) {
      if (isWritten && isUnread) throw new ApiError('network', 'Lost.', { request: audit });
      return restPort.read(base);
    },
    async write(...sent) {
      const storedAt = await restPort.write(...sent);
      isWritten = true;
      return storedAt;
    },
  };
  const outcome = await saveArtifact(job, port);
  const from = lookFrom(outcome);
  if (!from) return outcome;
  await wait(random.int(0, 3000));
  return saveArtifact(job, restPort, { from });
}

/** As the page saves: the artifact, then what the draft changes at others, where reading back may fail as well. */
export async function saveWhole(
  sent: DraftState,
  me: number,
  chances: Chances,
): Promise<WholeSave> {
  const save = (draft: DraftState) => saveAndLook(saveJobOf(draft, me), chances);
  const own = await save(sent);
  return withOthers(own, sent, { hands: { open: openArtifact, save, lost: async () => null } });
}
