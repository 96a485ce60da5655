import { createContext, useContext, useEffect } from 'react';
import type { Field } from '~/api/trackers';
import { joinWords } from '~/lib/words/joinWords';

/** What is typed into open lists and is no value there, by field: a save would go out without it. */
export type NotAdded = Map<number, string>;

/** Those of the page, which asks for them before it sends anything. */
export const PageNotAdded = createContext<NotAdded>(new Map());

/** Tells the page what is typed into the list of this field and not added; `''` for nothing. Forgotten with the list. */
export function useNotAdded(fieldId: number, text: string): void {
  const page = useContext(PageNotAdded);
  useEffect(() => {
    if (text === '') return undefined;
    page.set(fieldId, text);
    return () => void page.delete(fieldId);
  }, [page, fieldId, text]);
}

/** What stands against sending now, in a sentence for each field. */
export function notAddedProblems(page: NotAdded): ReadonlyMap<number, string> {
  return new Map(
    [...page].map(([fieldId, text]) => [
      fieldId,
      `“${text}” is typed here and not added: add it, or leave it out.`,
    ]),
  );
}

/** What would be lost with the page, since no draft holds it: a sentence; `''` for nothing. */
export function notAddedWords(page: NotAdded, fields: readonly Field[]): string {
  if (page.size === 0) return '';
  const texts = [...page].map(([fieldId, text]) => {
    const label = fields.find(({ field_id }) => field_id === fieldId)?.label;
    return label === undefined ? `“${text}”` : `“${text}” in ${label}`;
  });
  return `You would lose what is typed and not added: ${joinWords(texts)}.`;
}
