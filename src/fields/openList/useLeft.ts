import { useState } from 'react';
import type { Field } from '~/api/trackers';
import { joinWords } from '~/lib/words/joinWords';
import { useNotAdded } from './notAdded';
import type { OpenValue, OpenValues } from './openListField';
import type { Meaning } from './openOptions';

/** Whether somebody who typed this looked for that value: by a part of its name, or of a person's login. */
const isFoundBy =
  (part: string) =>
  ({ label, name }: OpenValue): boolean =>
    `${label} ${name ?? ''}`.toLowerCase().includes(part.toLowerCase());

const nothing: Meaning = { values: [], rest: [] };

/**
 * What was typed into an open list and left: values that it would make, until something else is done, and parts that could
 * be no value, until they are chosen or left out. The page knows of both, and of what is typed now.
 */
export function useLeft({ field_id }: Field, value: OpenValues, typed: string) {
  const [left, setLeft] = useState(nothing);
  const { values } = left;
  // One that was found meanwhile, and chosen, is left no more.
  const rest = left.rest.filter((part) => !value.some(({ label }) => label === part));
  const label = joinWords([...values.map((one) => one.label), ...rest]);
  useNotAdded(field_id, label || typed.trim());
  return {
    values,
    rest,
    /** Both, in words; `''` where nothing is left. */
    label,
    /** Something else is done; what is chosen by it may be what a part was to find. */
    goOn: (added: OpenValues = []) =>
      setLeft({ values: [], rest: rest.filter((part) => !added.some(isFoundBy(part))) }),
    drop: () => setLeft(nothing),
    leave(meaning: Meaning): void {
      setLeft({ values: meaning.values, rest: [...new Set([...rest, ...meaning.rest])] });
    },
  };
}
