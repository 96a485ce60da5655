import * as z from 'zod/mini';
import { scope } from '~/api/session';
import { fullRepositorySchema, repositorySettingsSchema } from '~/api/svn';
import { HEAD, type KeptRecord } from '~/kept/record';
import type { Parts } from '~/kept/store';
import { mergeSettings } from '../svn/mergeSettings';
import { changedParts, isSamePart, partsOf } from '../svn/parts';
import { partLabel, partText } from '../svn/partWords';
import {
  afterSave,
  formOf,
  formOfSettings,
  peopleOf,
  type SvnForm,
  settingsOf,
} from '../svn/svnForm';
import { type SvnSnapshot, toSend } from '../svn/svnSnapshot';
import type { LeftValue } from './artifactParts';
import { type DraftHead, draftSlot, headSchema } from './head';
import type { DraftAdapter } from './session/adapter';

const BASE = 'base';
const FORM = 'form ';

/** What was typed over the settings of a repository. */
export interface SvnDraft {
  base: SvnSnapshot;
  form: SvnForm;
}

const baseSchema = z.looseObject({
  ...fullRepositorySchema.shape,
  settings: repositorySettingsSchema,
});

const rowSchema = z.object({
  key: z.string(),
  path: z.string(),
  emails: z.string(),
  users: z.array(z.object({ id: z.int(), label: z.string() })),
  groups: z.array(z.string()),
});

const formSchema: z.ZodMiniType<SvnForm> = z.object({
  hasDefaultPermissions: z.boolean(),
  accessFile: z.string(),
  paths: z.string(),
  whitelist: z.string(),
  isReferenceMandatory: z.boolean(),
  isMessageChangeAllowed: z.boolean(),
  notifications: z.array(rowSchema),
});

/** A repository with its settings as it was kept; null when it is none. */
export function svnBaseOf(body: unknown): SvnSnapshot | null {
  const base = z.safeParse(baseSchema, body);
  return base.success ? base.data : null;
}

/** Labels of the parts that a draft changes. */
export function changedLabels({ base, form }: SvnDraft): string[] {
  const stored = toSend(base.settings);
  return changedParts(stored, settingsOf(form, stored)).map(partLabel);
}

/** A draft of settings in the parts in which it is kept. */
export function svnPartsOf({ base, form }: SvnDraft): Parts {
  return new Map<string, unknown>([
    [BASE, base],
    ...Object.entries(form).map(([key, value]) => [`${FORM}${key}`, value] as const),
  ]);
}

/** A draft of settings that was read back. */
export interface KeptSvn {
  head: DraftHead;
  draft: SvnDraft;
}

/** The kept draft of a repository's settings; null when it is none, or of a shape that this Parterre does not read. */
export function readKeptSvn(records: ReadonlyMap<string, KeptRecord>): KeptSvn | null {
  const head = z.safeParse(headSchema, records.get(HEAD)?.body);
  const base = svnBaseOf(records.get(BASE)?.body);
  const typed = [...records]
    .filter(([part]) => part.startsWith(FORM))
    .map(([part, { body }]) => [part.slice(FORM.length), body] as const);
  const form = z.safeParse(formSchema, Object.fromEntries(typed));
  if (!head.success || !base || !form.success) return null;
  return { head: head.data, draft: { base, form: form.data } };
}

/** A draft of settings that was there when its page was opened. */
export interface ReopenedSvn {
  head: DraftHead;
  /** What the draft stands over since: another one as soon as it was merged or saved. */
  base: SvnSnapshot;
  /** The settings are others now. */
  isNewer: boolean;
  /** Labels of what both changed, so that a person has to choose. */
  overlap: readonly string[];
  /** Nothing of it is left to send: it is what is stored, as after a save whose end was not seen. */
  isStored: boolean;
}

/**
 * A kept draft over the settings as they are now: put together by itself where nothing overlaps, else as it was over its
 * own base, so that the prompt can ask (features E15, X12).
 */
export function reopenSvn(
  { head, draft }: KeptSvn,
  now: SvnSnapshot,
): { draft: SvnDraft; reopened: ReopenedSvn } {
  const { base, form } = draft;
  const [stored, theirs] = [toSend(base.settings), toSend(now.settings)];
  if (changedParts(stored, theirs).length === 0) {
    const reopened = { head, base: now, isNewer: false, overlap: [], isStored: false };
    return { draft: { base: now, form }, reopened };
  }
  const merge = mergeSettings(stored, settingsOf(form, stored), theirs);
  const overlap = merge.rows
    .filter(({ outcome }) => outcome === 'conflict')
    .map(({ key }) => partLabel(key));
  if (overlap.length > 0) {
    return { draft, reopened: { head, base, isNewer: true, overlap, isStored: false } };
  }
  const typed = form.notifications.flatMap(({ users }) => users);
  const people = new Map([
    ...peopleOf(base.settings),
    ...peopleOf(now.settings),
    ...typed.map(({ id, label }) => [id, label] as const),
  ]);
  const isStored = changedParts(theirs, merge.settings).length === 0;
  return {
    draft: { base: now, form: formOfSettings(merge.settings, people) },
    reopened: { head, base: now, isNewer: true, overlap, isStored },
  };
}

/** What of a kept draft was replaced by what was typed before it could be read: its text is the only copy of it. */
function replacedIn({ base, form }: SvnDraft, result: SvnDraft): LeftValue[] {
  const stored = toSend(base.settings);
  const kept = settingsOf(form, stored);
  const was = partsOf(kept);
  const is = partsOf(settingsOf(result.form, toSend(result.base.settings)));
  const typed = form.notifications.flatMap(({ users }) => users);
  const people = new Map(typed.map(({ id, label }) => [id, label]));
  return changedParts(stored, kept)
    .filter((key) => !isSamePart(was.get(key), is.get(key)))
    .map((key) => {
      const text = partText(was.get(key) ?? null, { people, groups: new Map() });
      return { label: partLabel(key), text };
    });
}

interface SvnPlace {
  /** The draft as it is on the page. */
  read(): SvnDraft;
  become(draft: SvnDraft): void;
  onReopened(reopened: ReopenedSvn): void;
  /** What of the kept draft what was typed here before stands over. */
  onLeft(left: readonly LeftValue[]): void;
  /** The repository is gone, and with it what there was to keep. */
  isEnded(): boolean;
}

/** The settings of a repository as something that the browser keeps (features E15). */
export function svnAdapter({ read, become, onReopened, onLeft, isEnded }: SvnPlace): DraftAdapter {
  const { id } = read().base;
  return {
    slot: draftSlot(scope(), 'svn', { id }),
    head() {
      const draft = read();
      const changed = changedLabels(draft);
      if (isEnded() || changed.length === 0) return null;
      const { name, project } = draft.base;
      return {
        schema: 1,
        place: 'svn',
        id,
        name,
        title: 'SVN settings',
        within: project.label,
        changed,
        hasComment: false,
        savedAt: Date.now(),
        version: null,
      };
    },
    parts: () => svnPartsOf(read()),
    adopt(records, how) {
      const kept = readKeptSvn(records);
      if (!kept) return null;
      const parts = svnPartsOf(kept.draft);
      const { savedAt } = kept.head;
      if (how === 'followed') {
        become(kept.draft);
        return { parts, savedAt };
      }
      const typed = read();
      const { draft, reopened } = reopenSvn(kept, typed.base);
      // What was typed before the kept draft was there stands over it.
      const form = afterSave(typed.form, formOf(typed.base.settings), draft.form);
      become({ ...draft, form });
      onReopened(reopened);
      onLeft(replacedIn(kept.draft, { ...draft, form }));
      return { parts, savedAt };
    },
    clear() {
      const { base } = read();
      become({ base, form: formOf(base.settings) });
    },
  };
}
