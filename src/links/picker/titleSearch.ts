import { queryOptions } from '@tanstack/react-query';
import { scope } from '~/api/session';
import { artifactPage } from '~/api/trackerArtifacts';
import { trackerQuery } from '~/api/trackers';
import { type LinkedArtifact, linkedArtifact } from '../linkedArtifacts';

/** As many as one looks through; more words find fewer. */
export const MOST_TITLES = 10;

/** Fewer letters find everything. */
export const LEAST_LETTERS = 2;

/**
 * What of a typed text is looked for; null when that is too little. `/…/` would be a regular expression to the server and
 * `!` its opposite, so these are left out first: of `//` nothing is left, which would find all there is (fact D8).
 */
export function titleWords(text: string): string | null {
  const words = text
    .trim()
    .replace(/^[!/]+|\/+$/g, '')
    .trim();
  return words.length < LEAST_LETTERS ? null : words;
}

/** Artifacts whose title has the words, and how many there are in all; null in a tracker without a title field. */
export interface FoundTitles {
  artifacts: LinkedArtifact[];
  size: number;
}

/**
 * Searches the titles of one tracker by a criterion on its title field: words in any order, parts of words too
 * (queries.md §2). `words` come of `titleWords`; without any nothing is asked.
 */
export function titleSearchQuery(trackerId: number, words: string | null) {
  return queryOptions({
    enabled: words !== null,
    queryKey: [...scope(), 'trackers', trackerId, 'titles', words],
    queryFn: async ({ signal, client }): Promise<FoundTitles | null> => {
      const { semantics } = await client.ensureQueryData(trackerQuery(trackerId));
      if (!semantics.title) return null;
      const { artifacts, size } = await artifactPage(trackerId, {
        offset: 0,
        limit: MOST_TITLES,
        criteria: { [semantics.title.field_id]: { operator: 'contains', value: words ?? '' } },
        withoutValues: true,
        signal,
      });
      return { artifacts: artifacts.map(linkedArtifact), size };
    },
  });
}
