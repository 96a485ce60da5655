import type { SettingsToSend } from '~/api/svn';
import type { PartMerge } from '~/saving/svn/mergeSettings';
import type { SvnForm } from '~/saving/svn/svnForm';
import type { SvnSnapshot } from '~/saving/svn/svnSnapshot';
import type { SvnSaveHandle } from '~/saving/svn/useSaveSvn';
import type { KeptSettings } from '../kept/useKeptSvn';
import type { Problems } from '../saving/problems';
import type { SettingsDraft } from './useSettingsDraft';

/** A conflict prompt that is open: the version to merge with, and how the parts come together. */
export interface Prompt {
  theirs: SvnSnapshot;
  rows: readonly PartMerge[];
}

/** The state of one repository's page, as its parts are given it. */
export interface SvnEditor
  extends Pick<SettingsDraft, 'base' | 'form' | 'change' | 'mine' | 'changed' | 'isDirty'> {
  discard(): void;
  /** Validates, asks about what opens, closes or empties, then saves. */
  save(): void;
  /** Something is changed, and nothing stands against sending it now. */
  canReview: boolean;
  /** What the save would open, close or break; not null while the question stands. */
  risks: readonly string[] | null;
  saveAnyway(): void;
  keepEditing(): void;
  saving: SvnSaveHandle<SvnForm>;
  problems: Problems;
  /** The draft in this browser, and the other tabs that show it. */
  kept: KeptSettings;
  /** Why nothing can be saved any more. */
  lock: string | undefined;
  /** Lets it be tried again after a 403; undefined without one. */
  unlock: (() => void) | undefined;
  /** Newer settings that came by a refetch while there is a draft. */
  newer: SvnSnapshot | undefined;
  mergeNow(): void;
  prompt: Prompt | null;
  saveMerged(settings: SettingsToSend): void;
  closePrompt(): void;
}
