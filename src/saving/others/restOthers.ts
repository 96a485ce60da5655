import type { OneProfile } from '~/api/signIn/oneProfile';
import type { BegunEntry, Writer } from '../journal/journal';
import { journaledSave } from '../journal/journaledSave';
import { lookFrom } from '../machine/saveMachine';
import type { SaveJob, SaveOutcome, SaveState } from '../machine/states';
import { openArtifact, restPortOf } from '../restPort';
import { saveArtifact } from '../saveArtifact';
import { saveJobOf } from '../saveJob';
import type { Sender } from '../steps/drive';
import { lostSaveAt } from './lostSave';
import type { OtherHands } from './saveOther';

/** Whose save it is. */
export interface OtherSaver {
  profile: OneProfile;
  by: Writer;
  /** Of the person, for the changesets. */
  me: number;
  /** The artifact from whose page it is saved. */
  from: number;
  sender: Sender;
  /** Where the journal tells of the save of an artifact, by its id: a further try of the same goes on there. */
  entries: Map<number, BegunEntry>;
}

/** Where a further try begins: an unclear write is looked for before it is sent again, a stored one is read back. */
function goOn(
  job: SaveJob,
  { before, isWanted }: { before: SaveOutcome | undefined; isWanted: boolean },
): { job: SaveJob; from?: SaveState | undefined } {
  if (before?.kind !== 'unknown' || !isWanted) {
    return { job, from: (before && lookFrom(before)) ?? undefined };
  }
  const { attempt, error } = before;
  return { job: { ...job, earlier: { attempt, error } } };
}

/** Saves at other artifacts of the Tuleap server: each with its own entry in the journal, so that it can be undone there. */
export function restOthersOf({
  profile,
  by,
  me,
  from: self,
  sender,
  entries,
}: OtherSaver): OtherHands {
  return {
    open: profile.read(openArtifact),
    lost: (id) => lostSaveAt(id, { profile, me }),
    async save(sent, how) {
      const { id } = sent.base.artifact;
      const { job, from } = goOn(saveJobOf(sent, me), how);
      const { outcome, entry } = await journaledSave(
        sent,
        (onWrite) => saveArtifact(job, restPortOf(profile), { onWrite, from, ...sender }),
        { by, from: self, entry: how.before ? entries.get(id) : null },
      );
      if (entry) entries.set(id, entry);
      return outcome;
    },
  };
}
