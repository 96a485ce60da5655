import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { scope } from '~/api/session';
import { onKeptChange } from '~/kept/changes';
import type { KeptKind, Profile } from '~/kept/record';
import { readHeads } from '~/kept/store';
import { type DraftHead, headSchema } from './head';

/** Begins the keys of all queries about one kind of what this browser keeps. */
export function keptKey(kind: KeptKind) {
  return [...scope(), 'kept', kind];
}

/** What lists the drafts of one person on one server, read without the drafts themselves; none where nothing is kept. */
async function listHeads(profile: Profile): Promise<DraftHead[]> {
  const worked = await readHeads('drafts', profile);
  if ('trouble' in worked) return [];
  return worked.value.flatMap(({ body }) => {
    const head = z.safeParse(headSchema, body);
    return head.success ? [head.data] : [];
  });
}

/** The heads of all drafts: cheap enough for every page. */
export function draftHeadsQuery() {
  const profile = scope();
  return queryOptions({
    queryKey: [...keptKey('drafts'), 'heads'],
    queryFn: () => listHeads(profile),
    staleTime: 0,
  });
}

/** Asks the browser again whenever something of this kind was kept or dropped, in this tab or another. */
export function useKeptNews(kind: KeptKind): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onKeptChange((change) => {
        if (change.kind === kind) void queryClient.invalidateQueries({ queryKey: keptKey(kind) });
      }),
    [kind, queryClient],
  );
}
