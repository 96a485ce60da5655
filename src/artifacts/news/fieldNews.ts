import { createContext, useContext, useMemo } from 'react';
import { brief } from '~/conflicts/describe';
import { type MergeRow, mergeArtifact } from '~/conflicts/mergeArtifact';
import type { Draft, DraftSummary } from '~/saving/draft/draft';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import type { WhoOf } from './useWhoChanged';

/** What somebody else did to a field since the draft was begun, in words. */
export interface FieldNews {
  words: string;
  /** Both changed it, and a person has to choose. */
  isOverlap: boolean;
}

export type NewsByField = ReadonlyMap<number, FieldNews>;

const none: NewsByField = new Map();

const NewsContext = createContext<NewsByField>(none);

/** Gives every field of a form its news. */
export const PageNews = NewsContext;

/** The news of one field. */
export function useFieldNews(fieldId: number): FieldNews | undefined {
  return useContext(NewsContext).get(fieldId);
}

function newsOf(row: MergeRow, who: string): FieldNews | null {
  if (row.outcome === 'conflict') {
    return { words: `${who} changed this too: ${brief(row, row.theirs)}`, isOverlap: true };
  }
  if (row.outcome === 'merged') {
    return { words: `${who} changed this too; both changes will be kept`, isOverlap: false };
  }
  if (row.outcome === 'theirs') {
    return { words: `${who} set ${brief(row, row.theirs)}, it will be kept`, isOverlap: false };
  }
  return null;
}

/** By field id, what the newer version means for this draft, and who did it. Pure. */
function newsByField(draft: Draft, newer: ArtifactSnapshot, whoOf: WhoOf): NewsByField {
  return new Map(
    mergeArtifact(draft.state(), newer).flatMap((row) => {
      const news = newsOf(row, whoOf(row.field.field_id));
      return news ? [[row.field.field_id, news] as const] : [];
    }),
  );
}

interface Facts {
  draft: Draft;
  summary: DraftSummary;
  newer: ArtifactSnapshot | undefined;
  whoOf: WhoOf;
}

/** The same for a page; worked out when the list of changed fields is another, not at every key. */
export function useNewsByField({ draft, summary, newer, whoOf }: Facts): NewsByField {
  return useMemo(
    () => (newer && summary ? newsByField(draft, newer, whoOf) : none),
    [draft, summary, newer, whoOf],
  );
}
