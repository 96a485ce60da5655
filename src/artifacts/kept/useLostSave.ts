import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type OneProfile, oneProfile } from '~/api/signIn/oneProfile';
import { joinWords } from '~/lib/words/joinWords';
import type { Draft } from '~/saving/draft/draft';
import { afterSave } from '~/saving/draft/draftState';
import { endLater, writerNow } from '~/saving/journal/journal';
import { type OpenTry, openTries, type Resumed, resumed } from '~/saving/journal/resume';
import { newestKeeper } from '~/saving/keepNewest';
import type { News, Saved } from '~/saving/machine/states';
import { finishLost } from '~/saving/others/finishLost';
import { restOthersOf } from '~/saving/others/restOthers';
import type { OtherSave } from '~/saving/others/saveOther';
import { readNews } from '~/saving/restPort';
import { toast } from '~/ui/overlay/toasts';
import type { Reopened } from './artifactAdapter';
import { landedThere, saidIn } from './landedThere';

interface LostFacts {
  reopened: Reopened | null;
  isEditor: boolean;
  /** The draft holds changed fields, or none any more. */
  onFields(hasFields: boolean): void;
  /** What had landed, with whom it overtook. */
  onFound(found: FoundSave): void;
}

/**
 * What became of a save of a killed tab. `looking`: not known yet, so nothing may be sent. `failed`: the server, or
 * the journal, could not be read; `again` looks once more.
 */
export interface LostSave {
  state: 'none' | 'looking' | 'failed';
  again(): void;
}

/** A save of a killed tab, as far as it had landed: here, and at other artifacts. */
export interface FoundSave {
  saved: Saved | null;
  others: readonly OtherSave[];
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

/** For reading what is at other artifacts, and for putting back there what was replaced; nobody is asked before. */
function lostHands(profile: OneProfile, from: number) {
  const me = profile.scope[1];
  return restOthersOf({ profile, by: writerNow(), me, from, sender: {}, entries: new Map() });
}

/**
 * Frees the draft of what landed; what was typed since it was put in place stays. A page of an artifact that was moved since
 * goes on in its own tracker, until it begins anew and takes along what is left.
 */
function free(draft: Draft, { kept, opened }: Reopened, found: Resumed, news: News): void {
  const now = draft.state().base;
  const isThere = now.artifact.tracker.id === news.version.artifact.tracker.id;
  const version = isThere ? news.version : now;
  const sent = landedThere(found, { ...news, version });
  const isUntouched = draft.state() === opened;
  if (isUntouched) draft.become(afterSave(saidIn(version, kept), sent, version));
  else draft.accept(sent, version);
}

/**
 * A save of a tab that was killed, or whose answer never came: when it landed, the draft is freed of what it stored, so
 * that nothing is sent twice (features E16). Until that is known nothing is sent at all.
 */
export function useLostSave(
  draft: Draft,
  { reopened, isEditor, onFields, onFound }: LostFacts,
): LostSave {
  const queryClient = useQueryClient();
  const [end, setEnd] = useState<End | null>(null);
  const isEnded = reopened !== null && end?.of === reopened;
  useEffect(() => {
    if (!reopened || !isEditor || isEnded) return;
    const { kept } = reopened;
    const profile = oneProfile();
    const keepNewest = newestKeeper(queryClient, kept.base.artifact.id);
    let isGone = false;
    /** The own save, if it landed. A page that was left tells nothing: the next one looks again. */
    async function lookHere(of: Reopened, tries: readonly OpenTry[]): Promise<Saved | null> {
      const news = tries.length === 0 ? null : await profile.read(readNews)(kept.base);
      const found = news && resumed(kept, { tries, me: profile.scope[1] }, news);
      if (!found || isGone) return null;
      await keepNewest(news.version);
      free(draft, of, found, news);
      onFields(draft.summary().fields.length > 0);
      const { id, changeset, saved } = found;
      const landed = { outcome: 'landed', changeset: changeset.id, message: '' } as const;
      await endLater({ profile: profile.scope, id }, landed);
      toast(`Your last save had landed as changeset ${changeset.id}, before its end was seen.`);
      return saved;
    }
    /** False where the browser does not say what was sent. */
    async function look(of: Reopened): Promise<boolean> {
      const { id } = kept.base.artifact;
      const wanted = { artifactId: id, landedSince: landedSince(of) };
      const tries = await openTries({ profile: profile.scope, ...wanted });
      if (!tries) return false;
      const saved = await lookHere(of, tries);
      if (saved) onFound({ saved, others: [] });
      // The page may have come to rest by now: what was replaced elsewhere is put back all the same.
      const others = await finishLost(kept, lostHands(profile, id));
      if (others.length > 0) {
        const where = joinWords(others.map(({ xref }) => xref));
        toast(`Your last save had ${saved ? 'also ' : ''}landed at ${where}.`);
        onFound({ saved, others });
      }
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
  }, [draft, reopened, isEditor, isEnded, queryClient, onFields, onFound]);
  const state = isEnded && !end?.isClear ? 'failed' : 'looking';
  return {
    state: !reopened || (isEnded && end?.isClear) ? 'none' : state,
    again: () => setEnd(null),
  };
}
