import type { ApiError } from '~/api/error';
import { notificationFaults, tagPathsFault } from '~/api/rules/svnRules';
import type { SettingsToSend } from '~/api/svn';
import { notificationPath, type PartKey } from '~/saving/svn/parts';
import { filledRows, type SvnForm } from '~/saving/svn/svnForm';
import { explainSvnRefusal } from '~/saving/svn/svnRefusal';
import type { SvnSnapshot } from '~/saving/svn/svnSnapshot';
import type { SvnSaveResult } from '~/saving/svn/useSaveSvn';

/** A control of the form: a part, or a row of the notifications by its key. */
export type ControlKey = Exclude<PartKey, `notification ${string}`> | `row ${string}`;

/** What is wrong: at controls, and what names none. */
export interface Problems {
  byControl: ReadonlyMap<ControlKey, string>;
  rest: readonly string[];
}

/** Nothing is wrong. */
export const noProblems: Problems = { byControl: new Map(), rest: [] };

/** Everybody on the server may read what its groups may. */
export function isPublic({ project }: SvnSnapshot): boolean {
  return project.access === 'public' || project.access === 'unrestricted';
}

/** What the server would refuse, found here (svn.md §3). */
export function localProblems(form: SvnForm, mine: SettingsToSend): Problems {
  const byControl = new Map<ControlKey, string>();
  const rows = filledRows(form);
  for (const [index, message] of notificationFaults(mine.email_notifications)) {
    byControl.set(`row ${rows[index]?.key ?? ''}`, message);
  }
  for (const key of ['paths', 'whitelist'] as const) {
    const fault = tagPathsFault(mine.immutable_tags[key]);
    if (fault !== undefined) byControl.set(key, fault);
  }
  return { byControl, rest: [] };
}

/** The sentences of the server, at the controls of the form. */
export function refusalProblems(error: ApiError, sent: SettingsToSend, form: SvnForm): Problems {
  const { byPart, rest } = explainSvnRefusal(error, sent);
  const left = [...rest];
  const byControl = new Map<ControlKey, string>();
  for (const [key, message] of byPart) {
    const path = notificationPath(key);
    const row = form.notifications.find((candidate) => candidate.path.trim() === path);
    if (path === undefined) byControl.set(key as ControlKey, message);
    else if (row) byControl.set(`row ${row.key}`, message);
    else left.push(message);
  }
  return { byControl, rest: error.status === 400 ? left : [] };
}

function valueAt(form: SvnForm, control: ControlKey): unknown {
  if (control === 'access_file') return form.accessFile;
  if (control === 'paths' || control === 'whitelist') return form[control];
  return form.notifications.find(({ key }) => `row ${key}` === control);
}

/** The problems that still hold: of controls that were changed since, what was said against them no longer counts. */
export function standing(problems: Problems, then: SvnForm, now: SvnForm): Problems {
  if (then === now) return problems;
  const left = [...problems.byControl].filter(
    ([control]) => valueAt(then, control) === valueAt(now, control),
  );
  return { ...problems, byControl: new Map(left) };
}

/** No right that is given back changes this. */
export const goneWords =
  'This repository was deleted meanwhile. Nothing can be saved here any more; what you typed can be copied.';

/** Why nothing can be saved any more after a save that ended so; undefined where it can. */
export function lockOf({ outcome }: SvnSaveResult<SvnForm>): string | undefined {
  if (outcome.kind === 'forbidden') {
    return 'The server does not show you these settings any more. What you typed stays here to copy.';
  }
  if (outcome.kind !== 'refused') return undefined;
  const { status, request, serverMessages } = outcome.error;
  if (status === 403) {
    return 'The server does not let you change this repository. What you typed stays here to copy.';
  }
  // A 404 to the PUT may also mean a user group that is gone (svn.md §3).
  const isGone = request.method === 'GET' || serverMessages.includes('Repository not found');
  return status === 404 && isGone ? goneWords : undefined;
}
