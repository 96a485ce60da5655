import type { Intent, Sight } from './intents';

/** What one model editor did and saw in a run, told by the test itself. */
export interface EditorRecord {
  index: number;
  /** The artifact on its screen. */
  artifactId: number;
  /** Everything typed and not taken back, oldest first. */
  intents: Intent[];
  /** Values of fields that were on the screen: of versions opened, of prompts, of warnings after a save. */
  seen: Sight[];
  /** Fields that this editor changed, or decided about. */
  touched: Set<number>;
  comments: string[];
  /** What is typed and not saved at the end. */
  open: { values: ReadonlyMap<number, unknown>; comment: string };
  /** From when to when each field was being edited, for the share of overlapping edits. */
  windows: { fieldId: number; from: number; to: number }[];
  changesets: Set<number>;
  /** Saves whose warning named a field that was replaced. */
  warnings: number;
  conflicts: number;
  refusals: string[];
}

export function emptyRecord(index: number, artifactId: number): EditorRecord {
  return {
    index,
    artifactId,
    intents: [],
    seen: [],
    touched: new Set(),
    comments: [],
    open: { values: new Map(), comment: '' },
    windows: [],
    changesets: new Set(),
    warnings: 0,
    conflicts: 0,
    refusals: [],
  };
}
