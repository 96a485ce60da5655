import { useCallback } from 'react';
import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import { type RestorePlace, restoring, sourcesOf } from '~/changesets/restore';
import { toast } from '~/ui/overlay/toasts';
import { whyNotEdit } from './rights';
import { labels } from './saving/words';
import type { ArtifactEditor } from './useArtifactEditor';

/** What a restore did, and what of it could not be. */
function told(restored: readonly Field[], blocked: readonly Field[], from: string): string {
  const left = blocked.length === 0 ? '' : ` ${labels(blocked)} cannot be changed so here.`;
  if (restored.length === 0) {
    return left === '' ? `Nothing differs from ${from}.` : `Nothing brought back.${left}`;
  }
  return `${labels(restored)} as in ${from}, not saved yet.${left}`;
}

/** Brings values of a changeset into the form beside the history, as unsaved changes (features H4). */
export function useRestore(editor: ArtifactEditor, edit: (fieldId?: number) => void): RestorePlace {
  const { draft } = editor;
  const whyNot = whyNotEdit(editor);
  const restore = useCallback(
    (changeset: Changeset, fields: readonly Field[]) => {
      const { values, blocked } = restoring(draft.state(), sourcesOf(changeset.values, fields));
      for (const { field, value } of values) draft.set(field, value);
      const restored = values.map(({ field }) => field);
      if (restored[0]) edit(restored[0].field_id);
      toast(told(restored, blocked, `changeset ${changeset.id}`));
    },
    [draft, edit],
  );
  return { whyNot, restore };
}
