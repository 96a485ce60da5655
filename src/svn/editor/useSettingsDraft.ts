import { useCallback, useMemo, useState } from 'react';
import type { SettingsToSend } from '~/api/svn';
import { changedParts, type PartKey } from '~/saving/svn/parts';
import {
  afterSave,
  changedForm,
  type FormChange,
  formOf,
  type SvnForm,
  settingsOf,
} from '~/saving/svn/svnForm';
import { type SvnSnapshot, toSend } from '~/saving/svn/svnSnapshot';
import { noProblems, type Problems, standing } from '../saving/problems';

/** The settings of one repository as they are typed over one version of them. */
export interface SettingsDraft {
  base: SvnSnapshot;
  form: SvnForm;
  /** Keeps its identity. */
  change(change: FormChange): void;
  /** The settings of the version, as they would be sent. */
  stored: SettingsToSend;
  /** The settings as they would be sent. */
  mine: SettingsToSend;
  changed: readonly PartKey[];
  isDirty: boolean;
  /** What was found wrong and still stands: until its control is changed. */
  problems: Problems;
  /** Something was found wrong with the form as it was then. */
  show(problems: Problems, at: SvnForm): void;
  /** Another form over another version: what was found wrong before no longer counts. */
  startFrom(version: SvnSnapshot, next: SvnForm): void;
  /** Nothing is typed: the form of a newer version. */
  follow(version: SvnSnapshot): void;
  /** The form `sent` is stored as this version; what was typed since stays. */
  accept(version: SvnSnapshot, sent: SvnForm): void;
}

/** One draft of all parts, over the version that the page was opened with. */
export function useSettingsDraft(latest: SvnSnapshot): SettingsDraft {
  const [base, setBase] = useState(latest);
  const [form, setForm] = useState(() => formOf(latest.settings));
  const [found, setFound] = useState({ problems: noProblems, at: form });
  const stored = useMemo(() => toSend(base.settings), [base]);
  const mine = useMemo(() => settingsOf(form, stored), [form, stored]);
  const changed = useMemo(() => changedParts(stored, mine), [stored, mine]);
  return {
    base,
    form,
    change: useCallback((next) => setForm((now) => changedForm(now, next)), []),
    stored,
    mine,
    changed,
    isDirty: changed.length > 0,
    problems: useMemo(() => standing(found.problems, found.at, form), [found, form]),
    show: (problems, at) => setFound({ problems, at }),
    startFrom(version, next) {
      setBase(version);
      setForm(next);
      setFound({ problems: noProblems, at: next });
    },
    follow(version) {
      setBase(version);
      setForm(formOf(version.settings));
    },
    accept(version, sent) {
      setBase(version);
      setForm((now) => afterSave(now, sent, formOf(version.settings)));
      setFound({ problems: noProblems, at: sent });
    },
  };
}
