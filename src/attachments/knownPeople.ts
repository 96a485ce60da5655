import { createContext, useContext } from 'react';

/** Names of people by user id, as far as the page knows them: files name who attached them by id only. */
export const KnownPeople = createContext<ReadonlyMap<number, string>>(new Map());

/** The name of a user, or `user #102` where the page never met that person. */
export function useNameOf(): (id: number) => string {
  const names = useContext(KnownPeople);
  return (id) => names.get(id) ?? `user #${id}`;
}
