import { useState } from 'react';
import { useReach } from '~/links/useReach';
import type { Draft } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';
import { elsewhereReader } from '~/saving/draft/elsewhere';
import { useDraftReading } from '~/saving/draft/useDraft';

/** What a save would write at other artifacts, and what stands against it (features L5). */
export interface Elsewhere {
  /** Why a field cannot be saved: an artifact that this person may not change would have to be. */
  problems: ReadonlyMap<number, string>;
  /** Their rights are not known yet. */
  isChecking: boolean;
}

/** Follows the draft: which other artifacts a save of it would write to, and whether that is allowed. */
export function useElsewhere(draft: Draft<DraftBase>): Elsewhere {
  const [read] = useState(() => elsewhereReader(draft));
  const byField = useDraftReading(draft, read);
  const reach = useReach([...byField.values()].flat());
  const problems = new Map<number, string>();
  for (const [field, ids] of byField) {
    const reasons = ids.flatMap((id) => {
      const one = reach.get(id);
      return one?.kind === 'closed' ? [one.reason] : [];
    });
    if (reasons.length > 0) problems.set(field, `${reasons.join('. ')}.`);
  }
  return { problems, isChecking: [...reach.values()].some(({ kind }) => kind === 'checking') };
}
