import { useCallback, useState } from 'react';
import type { FieldReading } from '~/fields/readField';
import type { Draft } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';

interface Left {
  message: string;
  value: unknown;
}

/** A press that moved the focus ends where it began: what came up meanwhile would push its target from under it. */
function afterPress(tell: () => void): () => void {
  if (!document.querySelector(':active')) {
    tell();
    return () => {};
  }
  const later = () => setTimeout(tell);
  window.addEventListener('mouseup', later, { once: true });
  return () => window.removeEventListener('mouseup', later);
}

/**
 * What the field's own contract says against a changed value once its control is left (features E2): never while somebody
 * types, and only as long as that value stands there. Gives the message, and the ref of the element that is left.
 */
export function useLeftProblem(draft: Draft<DraftBase>, { field, contract }: FieldReading) {
  const [left, setLeft] = useState<Left>();
  const row = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      let stop = () => {};
      const judge = () => {
        const value = draft.value(field);
        const message = draft.isChanged(field) ? contract.validate?.(value, field) : undefined;
        setLeft(message === undefined ? undefined : { message, value });
      };
      const onLeave = ({ relatedTarget }: FocusEvent) => {
        if (relatedTarget instanceof Node && element.contains(relatedTarget)) return;
        stop();
        stop = afterPress(judge);
      };
      element.addEventListener('focusout', onLeave);
      return () => {
        stop();
        element.removeEventListener('focusout', onLeave);
      };
    },
    [draft, field, contract],
  );
  return { message: left?.value === draft.value(field) ? left?.message : undefined, row };
}
