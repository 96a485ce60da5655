import type { ReactNode, RefObject } from 'react';
import type { FormChange, SvnForm } from '~/saving/svn/svnForm';
import type { Problems } from '../saving/problems';

/** What the parts of the settings form share. */
export interface SettingsProps {
  projectId: number;
  isPublic: boolean;
  form: SvnForm;
  /** Keeps its identity, so that rows that did not change need not be drawn again. */
  change(change: FormChange): void;
  problems: Problems;
  /** The keys of the form that differ from what is stored. */
  changed: ReadonlySet<keyof SvnForm>;
  /** Takes one of them back; absent where nothing is stored yet. */
  onUndo?: ((key: keyof SvnForm) => void) | undefined;
  /** Why nothing can be changed. */
  lock?: string | undefined;
  accessFile?: RefObject<HTMLTextAreaElement | null> | undefined;
  /** Under the access file: what the server made of it. */
  accessNotice?: ReactNode;
  /** Names of groups by id, beyond those that the project lists. */
  knownGroups: ReadonlyMap<string, string>;
}
