import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import { type RestorePlace, restoring, type Source, sourcesOf } from '~/changesets/restore';
import { toast } from '~/ui/overlay/toasts';
import { type LoadedSide, sideQuery } from './compare/side';
import { readTake, takenFrom, takenSources } from './compare/take';
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

/** Puts values into the draft of the page, as unsaved changes, and opens the form at the first one. */
function useBring({ draft }: ArtifactEditor, edit: (fieldId?: number) => void) {
  return useCallback(
    (sources: readonly Source[], from: string) => {
      const { values, blocked } = restoring(draft.state(), sources);
      for (const { field, value } of values) draft.set(field, value);
      const restored = values.map(({ field }) => field);
      if (restored[0]) edit(restored[0].field_id);
      toast(told(restored, blocked, from));
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
    if (whyNot !== undefined) toast(`Nothing was brought here. ${whyNot}.`);
    else {
      const { base } = editor;
      bring(takenSources(take, loaded, base), takenFrom(take, base.artifact.id));
    }
  });
  const loaded = take ? data : undefined;
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
