import type { OneProfile } from '~/api/signIn/oneProfile';
import type { BegunEntry, Writer } from '../journal/journal';
import { journaledSave } from '../journal/journaled';
import { lookFrom } from '../machine/saveMachine';
import type { SaveJob, SaveOutcome, SaveState } from '../machine/states';
import { openArtifact, restPortOf } from '../restPort';
import { saveArtifact } from '../saveArtifact';
import { saveJobOf } from '../saveJob';
import type { Sender } from '../steps/drive';
import type { OtherHands } from './saveOther';

/** Whose save it is. */
export interface OtherSaver {
  profile: OneProfile;
  by: Writer;
  /** Of the person, for the changesets. */
  me: number;
  sender: Sender;
  /** Where the journal tells of the save of an artifact, by its id: a further try of the same goes on there. */
  entries: Map<number, BegunEntry>;
}

/** The person is asked once for all of them, and their answer holds for the rest. */
function askedOnce({ ask, isBack }: Sender): Sender {
  let answer: Promise<boolean> | undefined;
  const once =
    ask &&
    (() => {
      answer ??= ask();
      return answer;
    });
  return { ask: once, isBack };
}

/** Where a further try begins: an unclear write is looked for before it is sent again, a stored one is read back. */
function goOn(job: SaveJob, earlier?: SaveOutcome): { job: SaveJob; from?: SaveState | undefined } {
  if (!earlier) return { job };
  if (earlier.kind !== 'unknown') return { job, from: lookFrom(earlier) ?? undefined };
  const { attempt, error } = earlier;
  return { job: { ...job, earlier: { attempt, error } } };
}

/** Saves at other artifacts of the Tuleap server: each with its own entry in the journal, so that it can be undone there. */
export function restOthersOf({ profile, by, me, sender, entries }: OtherSaver): OtherHands {
  const once = askedOnce(sender);
  return {
    open: profile.read(openArtifact),
    async save(sent, earlier) {
      const { id } = sent.base.artifact;
      const { job, from } = goOn(saveJobOf(sent, me), earlier);
      const { outcome, entry } = await journaledSave(
        sent,
        (onWrite) => saveArtifact(job, restPortOf(profile), { onWrite, from, ...once }),
        { by, entry: earlier ? entries.get(id) : null },
      );
      if (entry) entries.set(id, entry);
      return outcome;
    },
  };
}
