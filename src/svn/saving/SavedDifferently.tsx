import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useLocation } from 'react-router-dom';
import * as z from 'zod/mini';
import { settingsToSendSchema } from '~/api/svn';
import { projectUserGroupsQuery } from '~/api/userGroups';
import { differencesOf, type StoredDifferences } from '~/saving/svn/stored';
import { toSend } from '~/saving/svn/svnSnapshot';
import type { SvnEditor } from '../editor/editor';
import { selectLine } from '../selectLine';
import { StoredLines } from './StoredLines';

/** What the page of a new repository is told by the one that made it: the settings as they were sent. */
export const createdStateSchema = z.object({ created: settingsToSendSchema });

interface Told {
  differences: StoredDifferences;
  /** The access file before that save. */
  before?: string;
}

/** What the server made of the last save; before the first one, of the settings that the repository was made with. */
function useTold(editor: SvnEditor): Told | undefined {
  const created = z.safeParse(createdStateSchema, useLocation().state);
  const { result, step } = editor.saving;
  const outcome = result?.outcome;
  if (outcome?.kind === 'savedDifferently') {
    const { before } = outcome.attempt;
    const text = before.settings.access_file.replace(/\r\n?/g, '\n');
    return { differences: outcome.differences, before: text };
  }
  if (outcome || step !== null || !created.success) return undefined;
  return { differences: differencesOf(created.data.created, toSend(editor.base.settings)) };
}

interface SavedDifferentlyProps {
  editor: SvnEditor;
  area: RefObject<HTMLTextAreaElement | null>;
}

/** Under the access file: the lines that the server disabled or changed (N10). */
export function SavedDifferently({ editor, area }: SavedDifferentlyProps) {
  const told = useTold(editor);
  const { data: groups } = useQuery(projectUserGroupsQuery(editor.base.project.id));
  if (!told) return null;
  const own = groups?.filter(({ id }) => !id.includes('_')).map(({ short_name }) => short_name);
  return (
    <StoredLines
      differences={told.differences}
      before={told.before}
      text={editor.form.accessFile}
      onChange={(accessFile) => editor.change({ accessFile })}
      // After the text is in its place.
      onShow={(line) => requestAnimationFrame(() => selectLine(area.current, line))}
      groups={['members', ...(own ?? [])]}
      lock={editor.lock}
    />
  );
}
