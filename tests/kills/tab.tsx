import { QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { artifactQuery } from '~/api/artifacts/read';
import { createQueryClient } from '~/api/queryClient';
import { repositoryQuery } from '~/api/svn';
import { type Tracker, trackerQuery } from '~/api/trackers';
import type { ArtifactEditor } from '~/artifacts/editor/editor';
import { useArtifactEditor } from '~/artifacts/editor/useArtifactEditor';
import { type NewArtifactEditor, useNewArtifact } from '~/artifacts/new/useNewArtifact';
import { mergeArtifact, openRows, rebased, sideValue } from '~/conflicts/mergeArtifact';
import { readingsOf } from '~/saving/draft/draftState';
import { snapshotOf } from '~/saving/draft/snapshot';
import { svnSnapshotOf } from '~/saving/svn/svnSnapshot';
import type { SvnEditor } from '~/svn/editor/editor';
import { useSvnEditor } from '~/svn/editor/useSvnEditor';
import { dismissToast, useToasts } from '~/ui/overlay/toasts';
import { keepSignedIn } from '../faults/signedInAgain';

export { keepSignedIn };

/** What a person has before them. */
export interface Screen<Editor> {
  editor: Editor;
  toasts: readonly string[];
  path: string;
}

/** One open tab: the page's own hooks over a real cache, without its drawing. */
export interface Life<Editor> {
  now(): Screen<Editor>;
  /** Waits until the screen is so. */
  until(isSo: (screen: Screen<Editor>) => boolean): Promise<Screen<Editor>>;
  close(): void;
}

function live<Editor>(usePage: () => Editor): Life<Editor> {
  let screen: Screen<Editor> | undefined;
  const waiting = new Set<() => void>();
  let shown: readonly number[] = [];
  const root = createRoot(document.createElement('div'));
  function Page() {
    const editor = usePage();
    const told = useToasts();
    shown = told.map(({ id }) => id);
    const toasts = told.map(({ text }) => text);
    const path = useLocation().pathname;
    // What was drawn and thrown away again is on no screen.
    useEffect(() => {
      screen = { editor, toasts, path };
      for (const look of waiting) look();
    });
    return null;
  }
  root.render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <Suspense>
          <Page />
        </Suspense>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return {
    now() {
      if (!screen) throw new Error('The page is not there yet');
      return screen;
    },
    until(isSo) {
      return new Promise((resolve) => {
        const look = () => {
          if (!screen || !isSo(screen)) return;
          waiting.delete(look);
          resolve(screen);
        };
        waiting.add(look);
        look();
      });
    },
    close() {
      root.unmount();
      for (const id of shown) dismissToast(id);
    },
  };
}

export function openArtifact(id: number): Life<ArtifactEditor> {
  return live(() => {
    const { data } = useSuspenseQuery(artifactQuery(id));
    return useArtifactEditor(useMemo(() => snapshotOf(data), [data]));
  });
}

export function openNew(trackerId: number): Life<NewArtifactEditor> {
  return live(() => {
    const { data }: { data: Tracker } = useSuspenseQuery(trackerQuery(trackerId));
    return useNewArtifact(data, { draftKey: 'kill' });
  });
}

export function openSettings(id: number): Life<SvnEditor> {
  return live(() => {
    const { data } = useSuspenseQuery(repositoryQuery(id));
    const latest = svnSnapshotOf(data);
    if (!latest) throw new Error('No settings to edit');
    return useSvnEditor(latest);
  });
}

/** Takes "mine" for every conflict of the open prompt, and saves. */
export function answerPrompt({ prompt, saveMerged }: ArtifactEditor): void {
  if (!prompt) return;
  const rows = mergeArtifact(prompt.draft, prompt.theirs);
  const decisions = new Map(
    openRows(rows, new Map()).map((row) => {
      const value = sideValue(row, 'mine');
      return [row.field.field_id, { side: 'mine' as const, value }] as const;
    }),
  );
  saveMerged(rebased(prompt.draft, prompt.onto ?? prompt.theirs, { rows, decisions }));
}

export const readings = readingsOf;
