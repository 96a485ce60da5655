import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import {
  type RestorePlace,
  type Restoring,
  restoring,
  type Source,
  sourcesOf,
} from '~/changesets/restore';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import type { DraftState } from '~/saving/draft/draftState';
import { toast } from '~/ui/overlay/toasts';
import { isUnseen, type LoadedSide, sideQuery } from './compare/side';
import { readTake, takenFrom, takenSources } from './compare/take';
import type { ArtifactEditor } from './editor/editor';
import { whyNotEdit } from './rights';
import { labels } from './saving/words';

/** What a restore did to the draft, what it replaced there, and what of it could not be. */
interface Brought {
  restored: readonly Field[];
  replaced: readonly Field[];
  blocked: readonly Field[];
  from: string;
}

function told({ restored, replaced, blocked, from }: Brought): string {
  const left = blocked.length === 0 ? '' : ` ${labels(blocked)} cannot be changed so here.`;
  if (restored.length === 0) {
    return left === '' ? `Nothing differs from ${from}.` : `Nothing brought back.${left}`;
  }
  const over =
    replaced.length === 0 ? '' : ` It replaced what you had typed in ${labels(replaced)}.`;
  return `${labels(restored)} as in ${from}, not saved yet.${over}${left}`;
}

/** Gives the fields back what was typed there before, but for those that were typed into since. */
function takeBack(draft: Draft, before: DraftState, values: Restoring['values']): void {
  for (const { field, value } of values) {
    if (!equal(draft.value(field), value)) continue;
    if (before.values.has(field.field_id)) draft.set(field, before.values.get(field.field_id));
    else draft.undo(field);
  }
}

/**
 * Puts values into the draft of the page, as unsaved changes, and opens the form at the first one. Where something typed
 * had to give way, that is said, and one press brings it back.
 */
function useBring({ draft }: ArtifactEditor, edit: (fieldId?: number) => void) {
  return useCallback(
    (sources: readonly Source[], from: string) => {
      const before = draft.state();
      const { values, blocked } = restoring(before, sources);
      const restored = values.map(({ field }) => field);
      const replaced = restored.filter((field) => draft.isChanged(field));
      for (const { field, value } of values) draft.set(field, value);
      if (restored[0]) edit(restored[0].field_id);
      const words = told({ restored, replaced, blocked, from });
      if (replaced.length === 0) toast(words);
      else toast(words, { label: 'Undo', onSelect: () => takeBack(draft, before, values) });
    },
    [draft, edit],
  );
}

/** Values that a comparison sent along are put into the draft once, and the way back does not bring them again. */
function useTaken(
  editor: ArtifactEditor,
  bring: (sources: readonly Source[], from: string) => void,
): void {
  const { state, pathname, search } = useLocation();
  const navigate = useNavigate();
  const take = readTake(state);
  const side = take ?? { artifact: 1, changeset: null };
  const { data } = useQuery({ ...sideQuery(side), enabled: take !== null });
  const onLoaded = useEffectEvent((loaded: LoadedSide) => {
    if (!take) return;
    const whyNot = whyNotEdit(editor);
    void navigate(pathname + search, { replace: true, state: null });
    const { base } = editor;
    const from = takenFrom(take, base.artifact.id);
    if (whyNot !== undefined) toast(`Nothing was brought here. ${whyNot}.`);
    else if (isUnseen(loaded)) toast(`Nothing was brought here. You may not see ${from}.`);
    else bring(takenSources(take, loaded, base), from);
  });
  // What this browser kept of the draft comes first: what is brought may replace it only where that can be told.
  const loaded = take && editor.kept.isReady ? data : undefined;
  useEffect(() => {
    if (loaded) onLoaded(loaded);
  }, [loaded]);
}

/** Brings values of changesets, and of artifacts compared with, into the form as unsaved changes (features H4, V6). */
export function useRestore(editor: ArtifactEditor, edit: (fieldId?: number) => void): RestorePlace {
  const bring = useBring(editor, edit);
  useTaken(editor, bring);
  const restore = useCallback(
    (changeset: Changeset, fields: readonly Field[]) =>
      bring(sourcesOf(changeset.values, fields), `changeset ${changeset.id}`),
    [bring],
  );
  return { whyNot: whyNotEdit(editor), restore };
}
