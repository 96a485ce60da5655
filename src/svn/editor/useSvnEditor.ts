import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SettingsToSend } from '~/api/svn';
import { mergeSettings, type PartMerge } from '~/saving/svn/mergeSettings';
import { changedParts, type PartKey } from '~/saving/svn/parts';
import {
  afterSave,
  changedForm,
  type FormChange,
  formOf,
  formOfSettings,
  peopleOf,
  type SvnForm,
  settingsOf,
} from '~/saving/svn/svnForm';
import { type SvnSnapshot, toSend } from '~/saving/svn/svnSnapshot';
import { type SvnSaveHandle, type SvnSaveResult, useSaveSvn } from '~/saving/svn/useSaveSvn';
import { type KeptSettings, useKeptSvn } from './kept/useKeptSvn';
import {
  isPublic,
  localProblems,
  lockOf,
  noProblems,
  type Problems,
  refusalProblems,
  standing,
} from './saving/problems';
import { risksOf } from './svnWords';

/** A conflict prompt that is open: the version to merge with, and how the parts come together. */
export interface Prompt {
  theirs: SvnSnapshot;
  rows: readonly PartMerge[];
}

export interface SvnEditor {
  base: SvnSnapshot;
  form: SvnForm;
  /** Keeps its identity. */
  change(change: FormChange): void;
  /** The settings as they would be sent. */
  mine: SettingsToSend;
  changed: readonly PartKey[];
  isDirty: boolean;
  discard(): void;
  /** Validates, asks about what opens, closes or empties, then saves. */
  save(): void;
  /** Something is changed, and nothing stands against sending it now. */
  canReview: boolean;
  /** What the save would open, close or break; not null while the question stands. */
  risks: readonly string[] | null;
  saveAnyway(): void;
  keepEditing(): void;
  saving: SvnSaveHandle<SvnForm>;
  problems: Problems;
  /** The draft in this browser, and the other tabs that show it. */
  kept: KeptSettings;
  /** Why nothing can be saved any more. */
  lock: string | undefined;
  /** Newer settings that came by a refetch while there is a draft. */
  newer: SvnSnapshot | undefined;
  mergeNow(): void;
  prompt: Prompt | null;
  saveMerged(settings: SettingsToSend): void;
  closePrompt(): void;
}

/** The state of one repository's page: one draft of all parts, save, problems and the conflict prompt. */
export function useSvnEditor(latest: SvnSnapshot): SvnEditor {
  const [base, setBase] = useState(latest);
  const [form, setForm] = useState(() => formOf(latest.settings));
  const [found, setFound] = useState({ problems: noProblems, form });
  const [lock, setLock] = useState<string>();
  const [risks, setRisks] = useState<readonly string[] | null>(null);
  const [prompt, setPrompt] = useState<Prompt | null>(null);
  const kept = useKeptSvn({ base, form }, (draft) => startFrom(draft.base, draft.form));
  const saving = useSaveSvn<SvnForm>(onEnd, kept.session.flush);
  const stored = useMemo(() => toSend(base.settings), [base]);
  const mine = useMemo(() => settingsOf(form, stored), [form, stored]);
  const changed = useMemo(() => changedParts(stored, mine), [stored, mine]);
  const isDirty = changed.length > 0;
  const problems = useMemo(() => standing(found.problems, found.form, form), [found, form]);
  const change = useCallback((next: FormChange) => setForm((now) => changedForm(now, next)), []);
  const isNewer = latest !== base && changedParts(stored, toSend(latest.settings)).length > 0;
  const canFollow = isNewer && !isDirty && saving.step === null;

  function startFrom(version: SvnSnapshot, next: SvnForm): void {
    setBase(version);
    setForm(next);
    setFound({ problems: noProblems, form: next });
  }

  // A draft is never fed by a refetch; where nothing was typed, the page follows the server.
  useEffect(() => {
    if (!canFollow) return;
    setBase(latest);
    setForm(formOf(latest.settings));
  }, [canFollow, latest]);

  function onEnd(result: SvnSaveResult<SvnForm>): void {
    const { outcome, sent } = result;
    setLock(lockOf(result));
    if (outcome.kind === 'conflict') {
      setPrompt({ theirs: outcome.theirs, rows: outcome.rows });
      return;
    }
    setPrompt(null);
    if ('version' in outcome) {
      const { version } = outcome;
      setBase(version);
      setForm((now) => afterSave(now, sent, formOf(version.settings)));
      setFound({ problems: noProblems, form: sent });
    }
    if (outcome.kind === 'refused' && outcome.attempt) {
      const { error, attempt } = outcome;
      setFound({ problems: refusalProblems(error, attempt.sent, sent), form: sent });
    }
  }

  function send(): void {
    setRisks(null);
    setFound({ problems: noProblems, form });
    saving.save({ base, mine }, form);
  }

  const isUnclear = saving.result?.outcome.kind === 'unknown' || kept.isFollowing;
  const canSend = isDirty && !isUnclear && lock === undefined && saving.step === null;

  function save(): void {
    if (!canSend) return;
    const local = localProblems(form, mine);
    setFound({ problems: local, form });
    if (local.byControl.size > 0) return;
    const asked = risksOf(stored, mine, isPublic(base));
    if (asked.length > 0) setRisks(asked);
    else send();
  }

  function names(theirs: SvnSnapshot): ReadonlyMap<number, string> {
    const typed = form.notifications.flatMap(({ users }) => users);
    return new Map([
      ...peopleOf(base.settings),
      ...peopleOf(theirs.settings),
      ...typed.map(({ id, label }) => [id, label] as const),
    ]);
  }

  return {
    base,
    form,
    change,
    mine,
    changed,
    isDirty,
    discard() {
      startFrom(latest, formOf(latest.settings));
      saving.forget();
      setLock(undefined);
      kept.dismiss();
    },
    save,
    canReview: canSend && prompt === null && risks === null,
    risks,
    saveAnyway: send,
    keepEditing: () => setRisks(null),
    saving,
    problems,
    kept,
    lock,
    newer: isNewer && !canFollow ? latest : undefined,
    mergeNow() {
      const { rows, settings } = mergeSettings(stored, mine, toSend(latest.settings));
      if (rows.some(({ outcome }) => outcome === 'conflict')) setPrompt({ theirs: latest, rows });
      else startFrom(latest, formOfSettings(settings, names(latest)));
    },
    prompt,
    saveMerged(settings) {
      if (!prompt) return;
      const merged = formOfSettings(settings, names(prompt.theirs));
      startFrom(prompt.theirs, merged);
      kept.dismiss();
      saving.save({ base: prompt.theirs, mine: settings }, merged);
    },
    closePrompt: () => setPrompt(null),
  };
}
