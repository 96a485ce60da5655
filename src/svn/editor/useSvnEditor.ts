import { useEffect, useState } from 'react';
import { changedParts } from '~/saving/svn/parts';
import { formOf, type SvnForm } from '~/saving/svn/svnForm';
import { type SvnSnapshot, toSend } from '~/saving/svn/svnSnapshot';
import { isOpenEnded, type SvnSaveResult, useSaveSvn } from '~/saving/svn/useSaveSvn';
import { useKeptSvn } from '../kept/useKeptSvn';
import {
  goneWords,
  isPublic,
  localProblems,
  lockOf,
  noProblems,
  refusalProblems,
} from '../saving/problems';
import { risksOf } from '../svnWords';
import type { SvnEditor } from './editor';
import { useRisks } from './useRisks';
import { useSettingsDraft } from './useSettingsDraft';
import { useSvnPrompt } from './useSvnPrompt';

/** The state of one repository's page: one draft of all parts, save, problems and the conflict prompt. */
export function useSvnEditor(latest: SvnSnapshot): SvnEditor {
  const draft = useSettingsDraft(latest);
  const { base, form, stored, mine, isDirty } = draft;
  const [lock, setLock] = useState<string>();
  const { sendUnless, ...question } = useRisks();
  const { prompt, ...prompts } = useSvnPrompt(draft);
  const kept = useKeptSvn({ base, form }, (next) => draft.startFrom(next.base, next.form));
  const saving = useSaveSvn<SvnForm>(onEnd, kept.session.flush);
  const isNewer = latest !== base && changedParts(stored, toSend(latest.settings)).length > 0;
  const canFollow = isNewer && !isDirty && saving.step === null;
  // Until it is clear what became of a save, the newer settings may be its own.
  const isUnclear = isOpenEnded(saving.result) || saving.step !== null;
  const canSend = isDirty && !isUnclear && !kept.isFollowing && lock === undefined;

  // A draft is never fed by a refetch; where nothing was typed, the page follows the server.
  useEffect(() => {
    if (canFollow) draft.follow(latest);
  });

  function onEnd(result: SvnSaveResult<SvnForm>): void {
    const { outcome, sent } = result;
    setLock(lockOf(result));
    // Nothing of it is in the form any more, which follows what was read.
    if (result.isTakenBack) return;
    if (outcome.kind === 'conflict') prompts.ask(outcome);
    else prompts.close();
    if ('version' in outcome) draft.accept(outcome.version, sent);
    if (outcome.kind === 'refused' && outcome.attempt)
      draft.show(refusalProblems(outcome.error, outcome.attempt.sent, sent), sent);
  }

  function send(): void {
    draft.show(noProblems, form);
    saving.save({ base, mine }, form);
  }

  function save(): void {
    if (!canSend) return;
    const problems = localProblems(form, mine);
    draft.show(problems, form);
    if (problems.byControl.size > 0) return;
    sendUnless(risksOf(stored, mine, isPublic(base)), send);
  }

  return {
    ...draft,
    discard() {
      draft.startFrom(latest, formOf(latest.settings));
      saving.takeBack();
      setLock(undefined);
      kept.forget();
    },
    save,
    canReview: canSend && prompt === null && question.risks === null,
    ...question,
    saving,
    kept,
    lock,
    unlock: lock === undefined || lock === goneWords ? undefined : () => setLock(undefined),
    newer: isNewer && !canFollow && !isUnclear ? latest : undefined,
    mergeNow: () => prompts.mergeWith(latest),
    prompt,
    saveMerged(settings) {
      if (!prompt || kept.isFollowing) return;
      const { theirs } = prompt;
      const merged = prompts.take(settings, theirs);
      kept.dismiss();
      const risks = risksOf(toSend(theirs.settings), settings, isPublic(theirs));
      // It is asked over the form, which has the result by now.
      if (risks.length > 0) prompts.close();
      sendUnless(risks, () => saving.save({ base: theirs, mine: settings }, merged));
    },
    closePrompt: prompts.close,
  };
}
