import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FEWEST_LETTERS, MOST_FOUND, userSearchQuery } from '~/api/users';
import { usePaused } from '~/links/usePaused';
import { personName } from './names';

/** Somebody whom the server found. */
export interface FoundPerson {
  id: number;
  /** `Anna Arndt`. */
  label: string;
  /** `anna`: tells people of one name apart. */
  login: string;
  /** Both, as the server writes them: `Anna Arndt (anna)`. */
  fullName: string;
}

/** The server found nobody of that name. */
export const NOBODY = 'Nobody matches';

function wordsFor(isEnough: boolean, isAsking: boolean, error: Error | null): string {
  if (!isEnough) return `Type ${FEWEST_LETTERS} letters of a name`;
  if (isAsking) return 'Searching…';
  return error ? 'The search failed; type on to try again' : NOBODY;
}

/** What the server found for a typed name. */
interface PeopleSearch {
  people: FoundPerson[];
  /** Said where that is nobody. */
  words: string;
  /** Said after those who were found. */
  hint: string | undefined;
}

/**
 * The people that the server finds for a typed name, of whom it gives the first. It wants three letters, and is asked once
 * the name stands still; those found before stay meanwhile.
 */
export function usePeopleSearch(typed: string): PeopleSearch {
  const text = typed.trim();
  const asked = usePaused(text);
  const isEnough = text.length >= FEWEST_LETTERS;
  const search = useQuery({
    ...userSearchQuery(asked),
    enabled: isEnough && asked.length >= FEWEST_LETTERS,
    placeholderData: keepPreviousData,
  });
  const isAsking = search.isFetching || asked !== text;
  const people = (isEnough ? (search.data ?? []) : []).flatMap((user): FoundPerson[] =>
    user.id === null
      ? []
      : [
          {
            id: user.id,
            label: personName(user),
            login: user.username ?? '',
            fullName: user.display_name,
          },
        ],
  );
  const words = wordsFor(isEnough, isAsking, search.error);
  const isCut = people.length >= MOST_FOUND;
  const isWaiting = !isEnough || isAsking || search.error !== null;
  const hint = isWaiting
    ? words
    : isCut
      ? `The first ${MOST_FOUND}: type on for others`
      : undefined;
  return { people, words, hint };
}
