import { useState } from 'react';
import type { Field } from '~/api/trackers';
import { joinWords } from '~/lib/joinWords';
import { useNotAdded } from './notAdded';
import type { OpenValues } from './openListField';
import type { Meaning } from './openOptions';

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
    goOn: () => setLeft({ values: [], rest }),
    drop: () => setLeft(nothing),
    leave(meaning: Meaning, text: string): void {
      // A word that found nobody is no loss; a list is, and an address with a slip in it.
      const isLoss = meaning.values.length + meaning.rest.length > 1 || text.includes('@');
      const more = isLoss ? meaning.rest : [];
      setLeft({ values: meaning.values, rest: [...new Set([...rest, ...more])] });
    },
  };
}
