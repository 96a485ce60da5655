import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { oneProfile } from '~/api/signIn/oneProfile';
import type { Draft } from '~/saving/draft/draft';
import { afterSave } from '~/saving/draft/draftState';
import { endLater } from '~/saving/journal/journal';
import { openTries, type Resumed, resumed } from '~/saving/journal/resume';
import { newestKeeper } from '~/saving/keepNewest';
import type { Saved } from '~/saving/machine/states';
import { overwrittenFields } from '~/saving/mergeBack';
import { readNews } from '~/saving/restPort';
import { toast } from '~/ui/overlay/toasts';
import type { Reopened } from './artifactThing';

interface LostFacts {
  reopened: Reopened | null;
  isEditor: boolean;
  /** The draft holds changed fields, or none any more. */
  onFields(hasFields: boolean): void;
  /** It replaced unseen what somebody else had saved. */
  onOvertaking(saved: Saved): void;
}

/**
 * What became of a save of a killed tab. `looking`: not known yet, so nothing may be sent. `failed`: the server, or
 * the journal, could not be read; `again` looks once more.
 */
export interface LostSave {
  state: 'none' | 'looking' | 'failed';
  again(): void;
}

interface End {
  of: Reopened;
  isClear: boolean;
}

/** Milliseconds that a save may take while somebody types on. */
const LONGEST = 120_000;

/**
 * Since when a save that landed may be this draft's own. An artifact that looks unmoved may have been saved all the same:
 * its version is a second (features D2). What an undo puts back had landed by another save.
 */
function landedSince({ head, isNewer }: Reopened): number {
  if (head.undoes !== undefined) return Number.POSITIVE_INFINITY;
  return isNewer ? 0 : head.savedAt - LONGEST;
}

/** Frees the draft of what landed; what was typed since the page was opened stays. */
function free(draft: Draft, { reopened, opened }: { reopened: Reopened; opened: unknown }) {
  return ({ sent }: Resumed, version: Parameters<Draft['accept']>[1]) => {
    const isUntouched = draft.state() === opened;
    if (isUntouched) draft.become(afterSave(reopened.kept, sent, version));
    else draft.accept(sent, version);
  };
}

/**
 * A save of a tab that was killed, or whose answer never came: when it landed, the draft is freed of what it stored, so
 * that nothing is sent twice (features E16). Until that is known nothing is sent at all.
 */
export function useLostSave(
  draft: Draft,
  { reopened, isEditor, onFields, onOvertaking }: LostFacts,
): LostSave {
  const queryClient = useQueryClient();
  const [end, setEnd] = useState<End | null>(null);
  const isEnded = reopened !== null && end?.of === reopened;
  useEffect(() => {
    if (!reopened || !isEditor || isEnded) return;
    const { kept } = reopened;
    const freed = free(draft, { reopened, opened: draft.state() });
    const profile = oneProfile();
    const keepNewest = newestKeeper(queryClient, kept.base.artifact.id);
    let isGone = false;
    /** False where the browser does not say what was sent. */
    async function look(of: Reopened): Promise<boolean> {
      const wanted = { artifactId: kept.base.artifact.id, landedSince: landedSince(of) };
      const tries = await openTries({ profile: profile.scope, ...wanted });
      if (!tries) return false;
      if (tries.length === 0) return true;
      const news = await profile.read(readNews)(kept.base);
      const found = resumed(kept, { tries, me: profile.scope[1] }, news);
      // A page that was left tells nothing: the next one looks again.
      if (!found || isGone) return true;
      await keepNewest(news.version);
      freed(found, news.version);
      onFields(draft.summary().fields.length > 0);
      const { id, changeset, saved } = found;
      if (overwrittenFields(saved).length > 0) onOvertaking(saved);
      await endLater(
        { profile: profile.scope, id: id },
        {
          outcome: 'landed',
          changeset: changeset.id,
          message: '',
        },
      );
      toast(`Your last save had landed as changeset ${changeset.id}, before its end was seen.`);
      return true;
    }
    look(reopened).then(
      (isClear) => isGone || setEnd({ of: reopened, isClear }),
      // Whatever went wrong, nothing may be sent before it is clear: "Look again" is offered.
      () => isGone || setEnd({ of: reopened, isClear: false }),
    );
    return () => {
      isGone = true;
    };
  }, [draft, reopened, isEditor, isEnded, queryClient, onFields, onOvertaking]);
  const state = isEnded && !end?.isClear ? 'failed' : 'looking';
  return {
    state: !reopened || (isEnded && end?.isClear) ? 'none' : state,
    again: () => setEnd(null),
  };
}
