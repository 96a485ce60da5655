import type { Changeset } from '~/api/changesets/read';
import type { DraftState } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import type { SaveHandle } from '~/saving/useSave';
import type { KeptArtifact } from '../kept/useKeptArtifact';
import type { FieldError } from '../layout/FieldRow';
import type { FormDraft } from './useFormDraft';

/** What is wrong: at fields, with the comment, and what names neither. */
export interface Problems {
  byField: ReadonlyMap<number, FieldError>;
  /** That there is none, where the workflow asks for one. */
  comment?: string | undefined;
  rest: readonly string[];
}

/** A conflict prompt that is open: the draft as it was then, and the version to merge with. */
export interface Prompt {
  draft: DraftState;
  theirs: ArtifactSnapshot;
  since: readonly Changeset[];
  /** Found after a save: what it replaced is put back over this version (features X8). */
  onto?: ArtifactSnapshot;
}

/** The state of one artifact page, as its parts are given it. */
export interface ArtifactEditor extends FormDraft<ArtifactSnapshot> {
  isDirty: boolean;
  isEditing: boolean;
  /** Text is left over that this version does not let the person save: it stays to be copied. */
  isKeeping: boolean;
  edit(): void;
  discard(): void;
  /** Validates, then saves; with problems it sends nothing. */
  save(): void;
  /** It goes out as soon as what it waits for is known. */
  isWaiting: boolean;
  saving: SaveHandle;
  /** The draft in this browser, and the other tabs that show it. */
  kept: KeptArtifact;
  /** Stored, but not read back yet. */
  isStoredUnread: boolean;
  problems: Problems;
  /** What stands against the draft as it is now, whether it was tried to be saved or not. */
  check(): Problems;
  /** Something is changed, and it can be sent as soon as it is looked at. */
  canReview: boolean;
  /** The server refused with 403, or another tab is the editor: why nothing can be changed here. */
  lock: string | undefined;
  /** Lets it be tried again after a 403; undefined without one. */
  unlock: (() => void) | undefined;
  /** A newer version that came by a refetch while there is a draft. */
  newer: ArtifactSnapshot | undefined;
  /** It is not known yet what became of the last save: the newer version may be my own. */
  isUnclear: boolean;
  mergeNow(): void;
  isMerging: boolean;
  mergeError: Error | null;
  prompt: Prompt | null;
  /** After a save that replaced what somebody else had saved unseen: opens the prompt to put it back. */
  mergeBack(): void;
  saveMerged(merged: DraftState): void;
  closePrompt(): void;
}
