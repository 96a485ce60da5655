import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { artifactsByIdsQuery } from '~/api/artifacts/read';
import { explain } from '~/api/explain';
import { useSession } from '~/api/session';
import { projectTrackersQuery } from '~/api/trackers';
import { referencedArtifact } from '../artifactReference';
import type { LinkPlaceFacts } from '../LinkPlace';
import { type LinkedArtifact, linkedArtifacts } from '../linkedArtifacts';
import { useRecents } from '../recent';
import { usePaused } from '../usePaused';
import {
  type FoundTitles,
  LEAST_LETTERS,
  MOST_TITLES,
  titleSearchQuery,
  titleWords,
} from './titleSearch';

/** An artifact that may be meant. */
export interface Found {
  id: number;
  /** Null when it could not be looked up, or none with that number can be seen. */
  facts: LinkedArtifact | null;
  isUnseen: boolean;
}

interface Candidates {
  candidates: readonly Found[];
  trackers: readonly { id: number; label: string }[];
  /** What was found, or why nothing was; `''` before anything is asked. */
  words: string;
  isSearching: boolean;
}

function useTrackers({ projectId, tracker }: LinkPlaceFacts): Candidates['trackers'] {
  const { data = [tracker] } = useQuery(projectTrackersQuery(projectId));
  return data.some(({ id }) => id === tracker.id) ? data : [tracker, ...data];
}

/** What a search of titles says: `found` is undefined until it has answered, null where there is no title to search in. */
function titleWordsOf(found: FoundTitles | null | undefined, tracker: string): string {
  if (found === undefined) return '';
  if (!found) return `${tracker} has no title to search in: give a number or an address.`;
  const { artifacts, size } = found;
  if (artifacts.length === 0) return `No title in ${tracker} has these words.`;
  return size > MOST_TITLES
    ? `The first ${MOST_TITLES} of ${size} in ${tracker}. More words find fewer.`
    : `${size} in ${tracker}.`;
}

/** The artifacts this person looked at last, without the one at hand; those that are gone are left out. */
function useRecentArtifacts({ artifactId }: LinkPlaceFacts, isAsked: boolean): Found[] {
  const recents = useRecents(useSession().session);
  const ids = recents.flatMap(({ kind, path }) => {
    const id = kind === 'artifact' ? referencedArtifact(path) : null;
    return id === null || id === artifactId ? [] : [id];
  });
  const { data } = useQuery({
    ...artifactsByIdsQuery(ids),
    enabled: isAsked && ids.length > 0,
    select: linkedArtifacts,
  });
  return ids.flatMap((id) => {
    const facts = data?.get(id);
    return facts ? [{ id, facts, isUnseen: false }] : [];
  });
}

/** What the typed text may mean: the artifact it names, those whose title has its words; with no text, those seen last. */
export function useCandidates(
  place: LinkPlaceFacts,
  { text, trackerId }: { text: string; trackerId: number },
): Candidates {
  const typed = text.trim();
  const asked = usePaused(typed);
  const trackers = useTrackers(place);
  const id = referencedArtifact(typed);
  const named = useQuery({
    ...artifactsByIdsQuery([id ?? 0]),
    enabled: id !== null && typed === asked,
    select: linkedArtifacts,
  });
  const isTitle = id === null && titleWords(typed) !== null;
  const searched = isTitle && referencedArtifact(asked) === null ? titleWords(asked) : null;
  const titles = useQuery({
    ...titleSearchQuery(trackerId, searched),
    placeholderData: keepPreviousData,
  });
  const recent = useRecentArtifacts(place, typed === '');
  const error = id === null ? titles.error : named.error;
  if (typed === '') {
    const seen = recent.length === 0 ? '' : 'Seen lately:';
    return { candidates: recent, trackers, words: seen, isSearching: false };
  }
  if (id !== null) {
    const facts = named.data?.get(id) ?? null;
    // An error in looking is no reason not to link: the number is known.
    const isKnown = named.data !== undefined || error !== null;
    return {
      candidates: isKnown ? [{ id, facts, isUnseen: !error && facts === null }] : [],
      trackers,
      words: error ? `${explain(error, 'look it up').title}.` : '',
      isSearching: !isKnown,
    };
  }
  if (!isTitle) {
    const more = `Type ${LEAST_LETTERS} letters or more.`;
    return { candidates: [], trackers, words: more, isSearching: false };
  }
  if (error) {
    const { what } = explain(error);
    const words = `${explain(error, 'search the titles').title}. ${what}`;
    return { candidates: [], trackers, words, isSearching: false };
  }
  const tracker = trackers.find((one) => one.id === trackerId)?.label ?? place.tracker.label;
  return {
    candidates: (titles.data?.artifacts ?? []).map((facts) => ({
      ...{ id: facts.id, facts },
      isUnseen: false,
    })),
    trackers,
    words: titleWordsOf(titles.data, tracker),
    isSearching: titles.isFetching || typed !== asked,
  };
}
