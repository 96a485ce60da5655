import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Changeset } from '~/api/changesets/read';
import { explain } from '~/api/explain';
import type { Field } from '~/api/trackers';
import {
  type RestorePlace,
  type Restoring,
  restoring,
  type Source,
  sourcesOf,
  whyNotBring,
} from '~/changesets/restore';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import type { DraftState } from '~/saving/draft/draftState';
import { dismissToast, toast } from '~/ui/overlay/toasts';
import { isUnseen, type LoadedSide, sideQuery } from './compare/side';
import { readTake, takenFrom, takenSources } from './compare/take';
import type { ArtifactEditor } from './editor/editor';
import { useWhyNot } from './layout/whyNot';
import { whyNotEdit } from './rights';
import { labels } from './saving/words';
import { useCameAlong } from './useCameAlong';

/** What a restore did to the draft, what it replaced there, and what of it could not be. */
interface Brought {
  restored: readonly Field[];
  replaced: readonly Field[];
  partly: readonly Field[];
  blocked: readonly Field[];
  from: string;
}

function leftOut({ partly, blocked }: Brought): string {
  const some = partly.length === 0 ? '' : ` Of ${labels(partly)} only a part can come back.`;
  return blocked.length === 0 ? some : `${some} ${labels(blocked)} cannot be changed so here.`;
}

function told(brought: Brought): string {
  const { restored, replaced, from } = brought;
  const left = leftOut(brought);
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
  const [undos] = useState<number[]>([]);
  // With the page its draft is gone: there is nothing to take back into.
  useEffect(() => () => undos.splice(0).forEach(dismissToast), [undos]);
  return useCallback(
    (sources: readonly Source[], from: string) => {
      const before = draft.state();
      const { values, partly, blocked } = restoring(before, sources);
      const restored = values.map(({ field }) => field);
      const replaced = restored.filter((field) => draft.isChanged(field));
      for (const { field, value } of values) draft.set(field, value);
      if (restored[0]) edit(restored[0].field_id);
      const words = told({ restored, replaced, partly, blocked, from });
      // What gave way or stayed out has to be read in peace: it stays until it is taken back or dismissed.
      const isPlain = replaced.length + partly.length + blocked.length === 0;
      if (isPlain || restored.length === 0) toast(words);
      else {
        const onSelect = () => takeBack(draft, before, values);
        undos.push(toast(words, { label: 'Undo', onSelect }));
      }
    },
    [draft, edit, undos],
  );
}

/** Values that a comparison sent along are put into the draft once, and the way back does not bring them again. */
function useTaken(
  editor: ArtifactEditor,
  bring: (sources: readonly Source[], from: string) => void,
): void {
  const [take, end] = useCameAlong(readTake);
  const side = take ?? { artifact: 1, changeset: null };
  const { data, error } = useQuery({ ...sideQuery(side), enabled: take !== null });
  const onFailed = useEffectEvent((failure: Error) => {
    end();
    toast(`Nothing was brought here. ${explain(failure, 'read it').title}.`);
  });
  const onLoaded = useEffectEvent((loaded: LoadedSide) => {
    if (!take) return;
    const whyNot = whyNotEdit(editor);
    end();
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
  const failure = take && !data ? error : null;
  useEffect(() => {
    if (failure) onFailed(failure);
  }, [failure]);
}

/** What can be brought back, and how: values of changesets, and of artifacts compared with, as unsaved changes (features H4, V6). */
export function useRestore(editor: ArtifactEditor, edit: (fieldId?: number) => void): RestorePlace {
  const { base, isEditing, lock } = editor;
  const closed = useWhyNot(base, isEditing && lock === undefined);
  const bring = useBring(editor, edit);
  useTaken(editor, bring);
  const restore = useCallback(
    (changeset: Changeset, fields: readonly Field[]) =>
      bring(sourcesOf(changeset.values, fields), `changeset ${changeset.id}`),
    [bring],
  );
  const whyNotField = useCallback(
    (changeset: Changeset, field: Field) =>
      sourcesOf(changeset.values, [field])
        .map((source) => whyNotBring(base, source, closed))
        .map((why) => (why === null ? `${field.label} is so now` : why))[0],
    [base, closed],
  );
  return { whyNot: whyNotEdit(editor), whyNotField, restore };
}
