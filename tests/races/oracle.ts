import type { SandboxArtifact } from '../sandbox/model';
import { type Intent, isMet, isShown } from './intents';
import type { EditorRecord } from './record';

/** What became of one intent. Only `lost` is a fault. */
export type Fate = 'stored' | 'open' | 'superseded' | 'lost';

interface Ending {
  /** By id. */
  artifacts: ReadonlyMap<number, SandboxArtifact>;
  editors: readonly EditorRecord[];
}

function changesetsOf({ at }: Pick<Intent, 'at'>, { artifacts }: Ending) {
  return artifacts.get(at)?.changesets ?? [];
}

/** The changeset after which the intent was no longer met, although it had been. */
function undoneBy(intent: Intent, ending: Ending): number | null {
  const states = changesetsOf(intent, ending).map(({ id, values }) => ({
    id,
    met: isMet(intent, values.get(intent.fieldId)),
  }));
  const last = states.findLastIndex(({ met }) => met);
  return states[last + 1]?.id ?? null;
}

/** Replacing is fair by somebody who changed that field and had what they replaced on the screen. */
function isKnowing(editor: EditorRecord, intent: Intent): boolean {
  return editor.touched.has(intent.fieldId) && editor.seen.some((sight) => isShown(intent, sight));
}

function fateOf(intent: Intent, author: EditorRecord, ending: Ending): Fate {
  const { editors } = ending;
  const { fieldId } = intent;
  const changesets = changesetsOf(intent, ending);
  if (isMet(intent, changesets.at(-1)?.values.get(fieldId))) return 'stored';
  const { open, artifactId: of } = author;
  const value = open.values.get(fieldId);
  if (open.values.has(fieldId) && isShown(intent, { of, fieldId, value })) return 'open';
  // By the author, or by somebody who wanted the same.
  const wasStored = changesets.some(({ values }) => isMet(intent, values.get(fieldId)));
  const by = undoneBy(intent, ending);
  const editor = editors.find(({ changesets }) => by !== null && changesets.has(by));
  return wasStored && editor && isKnowing(editor, intent) ? 'superseded' : 'lost';
}

/** A comment is in one changeset, or still in the box; never in none, in two, or in both. */
function commentFaults(author: EditorRecord, ending: Ending): string[] {
  const changesets = changesetsOf({ at: author.artifactId }, ending);
  return author.comments.flatMap((comment) => {
    const stored = changesets.filter(({ comment: said }) => said.content === comment);
    const places = stored.length + (author.open.comment === comment ? 1 : 0);
    return places === 1 ? [] : [`comment ${comment} of editor ${author.index}: ${places} times`];
  });
}

export interface Verdict {
  faults: string[];
  fates: Record<Fate, number>;
}

/** Judges a run by what its editors wanted, by what they were shown and by what the server holds: by nothing of the app. */
export function judge(ending: Ending): Verdict {
  const fates: Verdict['fates'] = { stored: 0, open: 0, superseded: 0, lost: 0 };
  const faults = ending.editors.flatMap((editor) => {
    const lost = editor.intents.flatMap((intent) => {
      const fate = fateOf(intent, editor, ending);
      fates[fate] += 1;
      const { at, fieldId, token, isThere } = intent;
      return fate === 'lost'
        ? [`editor ${editor.index}, #${at} field ${fieldId}: ${isThere ? '' : 'no '}${token}`]
        : [];
    });
    return [...lost, ...commentFaults(editor, ending)];
  });
  return { faults, fates };
}

/** The edits of a field that somebody else edited in the same time, and all edits. */
export function overlapOf(editors: readonly EditorRecord[]): { overlapping: number; all: number } {
  const windows = editors.flatMap(({ index, artifactId, windows: own }) =>
    own.map((window) => ({ ...window, index, artifactId })),
  );
  const overlapping = windows.filter((one) =>
    windows.some(
      (other) =>
        other.index !== one.index &&
        other.artifactId === one.artifactId &&
        other.fieldId === one.fieldId &&
        other.from <= one.to &&
        one.from <= other.to,
    ),
  );
  return { overlapping: overlapping.length, all: windows.length };
}
