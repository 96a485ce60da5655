import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Changeset } from '~/api/changesets';
import type { ApiError } from '~/api/error';
import { Uploads } from '~/attachments/upload/uploads';
import { useUnfinished } from '~/attachments/upload/useUploads';
import { mergeArtifact, rebased } from '~/conflicts/mergeArtifact';
import { equal } from '~/lib/equal';
import { createDraft, type Draft, type DraftSummary } from '~/saving/draft/draft';
import { type DraftState, emptyDraft, keepsText } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { useDraftBase, useDraftSummary } from '~/saving/draft/useDraft';
import { newestKeeper } from '~/saving/keepNewest';
import { followingWords } from '~/saving/kept/KeptNotices';
import type { Saved, SaveOutcome } from '~/saving/machine/states';
import { mergeBackOf } from '~/saving/mergeBack';
import { isUnclear as isUnclearAt } from '~/saving/others/saveOther';
import { explainRefusal } from '~/saving/refusal';
import { readNews } from '~/saving/restPort';
import { commentWords, missingFor } from '~/saving/rules/conditions';
import { problemsOf } from '~/saving/rules/rules';
import { useConditions } from '~/saving/rules/useConditions';
import { type SaveHandle, type SaveResult, useSave } from '~/saving/useSave';
import { type Elsewhere, useElsewhere } from './elsewhere/useElsewhere';
import { type KeptArtifact, useKeptArtifact } from './kept/useKeptArtifact';
import type { FieldError } from './layout/FieldRow';
import { type Gone, goneWords } from './news/useEarlyWord';

/** What is wrong: at fields, and what names none. */
export interface Problems {
  byField: ReadonlyMap<number, FieldError>;
  rest: readonly string[];
}

/** A conflict prompt that is open: the draft as it was then, and the version to merge with. */
export interface Prompt {
  draft: DraftState;
  theirs: ArtifactSnapshot;
  since: readonly Changeset[];
  /** Found after a save: what it replaced is put back over this version (features X8). */
  onto?: ArtifactSnapshot;
}

export interface ArtifactEditor {
  draft: Draft;
  base: ArtifactSnapshot;
  summary: DraftSummary;
  isDirty: boolean;
  isEditing: boolean;
  /** Text is left over that this version does not let the person save: it stays to be copied. */
  isKeeping: boolean;
  edit(): void;
  discard(): void;
  /** Validates, then saves; with problems it sends nothing. */
  save(): void;
  saving: SaveHandle;
  /** Files on their way to the server; they go on in the background. */
  uploads: Uploads;
  /** The draft in this browser, and the other tabs that show it. */
  kept: KeptArtifact;
  /** The other artifacts that a save would write to. */
  elsewhere: Elsewhere;
  /** Names of those that are not there yet: a save waits for them. */
  unfinished: readonly string[];
  /** Stored, but not read back yet. */
  isStoredUnread: boolean;
  /** A save of a killed tab that replaced unseen what somebody else had saved; null once something is saved here. */
  overtaking: Saved | null;
  problems: Problems;
  /** What stands against the draft as it is now, whether it was tried to be saved or not. */
  check(): Problems;
  /** Something is changed, and it can be sent as soon as it is looked at. */
  canReview: boolean;
  /** The server refused with 403, or another tab is the editor: why nothing can be changed here. */
  lock: string | undefined;
  /** A newer version that came by a refetch while there is a draft. */
  newer: ArtifactSnapshot | undefined;
  mergeNow(): void;
  isMerging: boolean;
  mergeError: Error | null;
  prompt: Prompt | null;
  /** After a save that replaced what somebody else had saved unseen: opens the prompt to put it back. */
  mergeBack(): void;
  saveMerged(merged: DraftState): void;
  closePrompt(): void;
}

const noProblems: Problems = { byField: new Map(), rest: [] };

function atValues(messages: ReadonlyMap<number, string>, draft: DraftState) {
  return new Map(
    [...messages].map(([id, message]) => [id, { message, value: draft.values.get(id) }] as const),
  );
}

function refusalProblems(error: ApiError, sent: DraftState): Problems {
  const { byField, rest } = explainRefusal(error, sent.base.fields);
  return { byField: atValues(byField, sent), rest: error.status === 400 ? rest : [] };
}

function isOther(a: ArtifactSnapshot, b: ArtifactSnapshot): boolean {
  return a.etag !== b.etag || a.artifact.last_modified_date !== b.artifact.last_modified_date;
}

function isEmpty({ fields, hasComment }: DraftSummary): boolean {
  return fields.length === 0 && !hasComment;
}

/** The prompt for what a save replaced unseen; null where it replaced nothing. */
function backPrompt(outcome: SaveOutcome | undefined, draft: Draft): Prompt | null {
  const back = outcome?.kind === 'saved' ? mergeBackOf(outcome, draft.state()) : null;
  return back && outcome?.kind === 'saved' ? { ...back, since: outcome.overtaken } : null;
}

/** Merging before saving: reads the newest version and what led to it. */
function useMergeNow(draft: Draft, onNews: (prompt: Prompt) => void) {
  return useMutation({
    mutationFn: (base: ArtifactSnapshot) => readNews(base),
    onSuccess({ version, since }, base) {
      const state = draft.state();
      // A save that ended meanwhile has moved the draft: there is nothing left to merge with that version.
      if (state.base !== base) return;
      const rows = mergeArtifact(state, version);
      const isClean = rows.every(({ outcome }) => outcome !== 'conflict' && outcome !== 'blocked');
      // Nothing for a person to decide: what others did comes in, what was typed stays.
      if (isClean) draft.become(rebased(state, version, { rows, decisions: new Map() }));
      else onNews({ draft: state, theirs: version, since });
    },
  });
}

/**
 * The state of one artifact page: draft, mode, save, problems and the conflict prompt. `latest` is what the cache holds,
 * `gone` why it cannot be read any more: then nothing is sent (features X11).
 */
export function useArtifactEditor(latest: ArtifactSnapshot, gone?: Gone): ArtifactEditor {
  const queryClient = useQueryClient();
  const [draft] = useState(() => createDraft(latest));
  const [keepNewest] = useState(() => newestKeeper(queryClient, latest.artifact.id));
  const [uploads] = useState(() => new Uploads());
  const unfinished = useUnfinished(uploads);
  const [isEditing, setIsEditing] = useState(false);
  const [overtaking, setOvertaking] = useState<Saved | null>(null);
  const onKept = { onFields: setIsEditing, onOvertaking: setOvertaking };
  const kept = useKeptArtifact(draft, { isEditing, uploads, ...onKept });
  const [problems, setProblems] = useState(noProblems);
  const [lock, setLock] = useState<string>();
  const [prompt, setPrompt] = useState<Prompt | null>(null);
  const base = useDraftBase(draft);
  const summary = useDraftSummary(draft);
  const elsewhere = useElsewhere(draft);
  const workflow = base.tracker?.workflow ?? null;
  const conditions = useConditions(draft, workflow);
  const saving = useSave(draft, { keep: kept.flush, onEnd });
  const merging = useMergeNow(draft, setPrompt);
  const isDirty = !isEmpty(summary);
  const isNewer = latest !== base && isOther(latest, base);
  const isKeeping = keepsText(draft.state());
  // Links of others and sums come and go without a changeset here: nothing to merge, but to be shown.
  const isFresher = useMemo(
    () => latest !== base && !equal(latest.artifact.values, base.artifact.values),
    [latest, base],
  );
  const canFollow =
    (isNewer || isFresher) && !isDirty && !isEditing && !isKeeping && saving.step === null;

  const { result } = saving;
  const isStoredUnread =
    result?.outcome.kind === 'saved' && !result.outcome.news && base === result.sent.base;
  // Until it is clear what became of the last save, the newer version may be my own: nothing is merged or sent.
  const isUnclear =
    saving.step !== null ||
    isStoredUnread ||
    result?.outcome.kind === 'unknown' ||
    result?.others.some(isUnclearAt) ||
    kept.lost.state !== 'none';

  // Stored, but reading back failed then: once the server is read again, so is what stands between base and save (X8).
  const lookedAt = useRef(latest);
  useEffect(() => {
    if (!isStoredUnread || lookedAt.current === latest) return;
    lookedAt.current = latest;
    saving.lookAgain();
  });

  // A draft is never fed by a refetch; where nothing was typed, the page follows the server.
  useEffect(() => {
    if (canFollow) draft.become(emptyDraft(latest));
  }, [canFollow, draft, latest]);

  function onEnd({ outcome, sent }: SaveResult): void {
    if (outcome.kind === 'conflict') {
      void keepNewest(outcome.theirs);
      setPrompt({ draft: draft.state(), theirs: outcome.theirs, since: outcome.since });
      return;
    }
    setPrompt(backPrompt(outcome, draft));
    if (outcome.kind === 'refused') {
      setIsEditing(true);
      setProblems(refusalProblems(outcome.error, sent));
      if (outcome.error.status === 403)
        setLock('The server does not let you change this artifact.');
    }
    if (outcome.kind === 'saved') {
      setOvertaking(null);
      setIsEditing(!isEmpty(draft.summary()));
      // At once: a page that is left now must not leave as a draft what has landed.
      void kept.flush();
    }
    if (outcome.kind === 'unchanged') setIsEditing(!isEmpty(draft.summary()));
  }

  // Asked for while it is looked what became of the last save, or which other artifacts this one writes to: it goes out
  // once that is clear.
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || kept.lost.state === 'looking' || elsewhere.isChecking) return;
    setIsWaiting(false);
    save();
  });

  function check(): Problems {
    const state = draft.state();
    const found = new Map([...elsewhere.problems, ...problemsOf(state, workflow, conditions)]);
    const missing = missingFor(state, workflow, conditions);
    return {
      byField: atValues(found, state),
      rest: missing?.comment ? [commentWords(missing)] : [],
    };
  }

  function save(): void {
    setIsWaiting(kept.lost.state === 'looking' || elsewhere.isChecking);
    const found = check();
    setProblems(found);
    const isLocked =
      isUnclear || elsewhere.isChecking || unfinished.length > 0 || kept.isFollowing || gone;
    const isFine = found.byField.size === 0 && found.rest.length === 0;
    // After a prompt it may be that nothing is left to send: that is told too.
    const isWanted = prompt !== null || !isEmpty(draft.summary());
    if (isFine && isWanted && !isLocked) saving.save();
    else if (saving.step === null) setPrompt(null);
  }

  const goneFor = gone && goneWords[gone];
  const whyLocked = kept.isFollowing ? followingWords : (goneFor ?? lock);
  return {
    draft,
    base,
    summary,
    isDirty,
    isEditing,
    isKeeping,
    kept,
    edit() {
      kept.claim();
      setIsEditing(true);
    },
    discard() {
      uploads.cancelAll();
      draft.discard();
      saving.forget();
      setProblems(noProblems);
      setLock(undefined);
      setIsEditing(false);
      kept.dismiss();
      void kept.flush();
    },
    save,
    saving,
    uploads,
    unfinished,
    elsewhere,
    isStoredUnread,
    overtaking,
    problems,
    check,
    // While it is looked what became of the last save, one may look at the next: it waits as a save does.
    canReview:
      isDirty &&
      prompt === null &&
      whyLocked === undefined &&
      (!isUnclear || kept.lost.state === 'looking'),
    lock: whyLocked,
    newer: isNewer && !canFollow && !isUnclear ? latest : undefined,
    mergeNow: () => merging.mutate(base),
    isMerging: merging.isPending,
    mergeError: merging.error,
    prompt,
    mergeBack: () => setPrompt(backPrompt(result?.outcome ?? overtaking ?? undefined, draft)),
    saveMerged(merged) {
      if (whyLocked !== undefined || isUnclear) return;
      void keepNewest(merged.base);
      draft.become(merged);
      // Once it is drawn over that version it goes out as every save does; what is in its way is said in the form.
      setIsWaiting(true);
    },
    closePrompt: () => setPrompt(null),
  };
}
