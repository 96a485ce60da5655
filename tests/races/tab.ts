import { readArtifact } from '~/api/artifacts/read';
import { crossOriginRules } from '~/api/rules/crossOrigin';
import { beginSession } from '~/api/session';
import type { Field } from '~/api/trackers';
import {
  type Decisions,
  type MergeRow,
  mergeArtifact,
  openRows,
  rebased,
  resultOf,
  sideValue,
} from '~/conflicts/mergeArtifact';
import { conflictIndexes, type HunkSide, textMergeOf } from '~/conflicts/textMerge';
import { contracts } from '~/fields/registry';
import { createDraft, type Draft } from '~/saving/draft/draft';
import { changedFields, type DraftState, isEditable, readingsOf } from '~/saving/draft/draftState';
import { type ArtifactSnapshot, entryOf, snapshotOf } from '~/saving/draft/snapshot';
import type { Saved } from '~/saving/machine/states';
import { mergeBackOf, overwrittenFields } from '~/saving/mergeBack';
import { freeDraft, versionAfter } from '~/saving/others/freeDraft';
import { isMissing } from '~/saving/others/saveOther';
import type { EndedSave } from '~/saving/others/wholeSave';
import { type SandboxPerson, sandboxPeople } from '../sandbox/people';
import type { Random } from '../sandbox/seed/random';
import { drawEdit } from './edits';
import { isShown } from './intents';
import type { EditorRecord } from './record';
import { saveWhole } from './saveWhole';

/** What a model editor lives in. */
export interface Habitat {
  artifactId: number;
  random: Random;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** A number that nobody else in the run gets. */
  count(): number;
  /** Fields (by place in the tracker) that the people of this run like to edit: where they meet. */
  favourites: readonly number[];
  files: readonly number[];
  links: readonly number[];
  /** Artifacts whose links to this one may be changed from here. */
  sources: readonly number[];
  record: EditorRecord;
}

const ROUNDS = 5;

/** Signs this tab in with a key of its own: each tab is a module graph of its own, so it has a session of its own. */
export function signInTab(person: SandboxPerson, way: { url: string; key: string }): void {
  const { id, username, realName } = person;
  const { url, key } = way;
  const connection = {
    id: 'races',
    label: 'Races',
    url,
    color: 'teal',
    kind: 'sandbox',
  } as const;
  beginSession({ connection, person: { id, username, realName } }, { way: 'accessKey', key });
}

/** Loads what comes on demand: in the middle of a race it would take real time, in which virtual time goes on. */
export async function loadAll(): Promise<void> {
  await crossOriginRules();
}

/** The kinds of fields that the registry can write. */
export function writableKinds(): string[] {
  return contracts.flatMap((contract) => (contract.write ? [contract.id] : []));
}

function see(record: EditorRecord, field: Field, entry: unknown): void {
  record.seen.push({ of: record.artifactId, fieldId: field.field_id, value: entry });
}

function seeAll(record: EditorRecord, { artifact, fields }: ArtifactSnapshot): void {
  for (const field of fields) see(record, field, entryOf(artifact.values, field.field_id));
}

function editOneField(draft: Draft, habitat: Habitat): void {
  const { random, record, favourites } = habitat;
  const { base } = draft.state();
  const editable = base.fields.filter((field) => isEditable(base, field));
  const liked = editable.filter((_, place) => favourites.includes(place % 6));
  const field = random.pick(random.chance(0.7) && liked.length > 0 ? liked : editable);
  const contract = readingsOf(base).get(field.field_id)?.contract;
  if (!contract) return;
  const { artifactId, files, links, sources } = habitat;
  const place = { artifactId, field, contract, value: draft.value(field) };
  const edit = drawEdit({ ...place, random, count: habitat.count(), files, links, sources });
  if (!edit) return;
  draft.set(field, edit.value);
  keepMet(record, field.field_id, edit.value);
  record.intents.push(...edit.intents);
  record.touched.add(field.field_id);
  record.windows.push({
    fieldId: field.field_id,
    from: habitat.now(),
    to: Number.POSITIVE_INFINITY,
  });
}

/** What was typed back to what the version holds is wanted by nobody any more; what was stored before is another matter. */
function forgetUndone(draft: Draft, { record }: Habitat): void {
  const changed = new Set(changedFields(draft.state()).map(({ field_id }) => field_id));
  record.intents = record.intents.filter(
    (intent) => intent.isStored || changed.has(intent.fieldId),
  );
}

/** What was typed before and does not stand in the new value was taken back by its own author. */
function keepMet(record: EditorRecord, fieldId: number, value: unknown): void {
  const sight = { of: record.artifactId, fieldId, value };
  record.intents = record.intents.filter(
    (intent) => intent.fieldId !== fieldId || isShown(intent, sight),
  );
}

function chooseHunks(row: MergeRow, random: Random): { value: unknown; keepsMine: boolean } | null {
  const merge = textMergeOf(row);
  if (!merge) return null;
  const choices = new Map(
    conflictIndexes(merge).map((index): [number, HunkSide] => [
      index,
      random.pick(['both', 'both', 'mine', 'theirs', 'base'] as const),
    ]),
  );
  const keepsMine = [...choices.values()].every((side) => side === 'both' || side === 'mine');
  return { value: merge.valueWith(choices), keepsMine };
}

/** The scripted person before the conflict prompt: looks at every row, chooses for each conflict. */
function decide(rows: readonly MergeRow[], habitat: Habitat): Decisions {
  const { random, record } = habitat;
  const decisions = new Map<number, { side: 'hunks' | 'mine' | 'theirs'; value: unknown }>();
  for (const row of openRows(rows, decisions)) {
    const fieldId = row.field.field_id;
    const hunks = random.chance(0.7) ? chooseHunks(row, random) : null;
    const side = random.pick(['mine', 'theirs'] as const);
    const value = hunks ? hunks.value : sideValue(row, side);
    decisions.set(fieldId, { side: hunks ? 'hunks' : side, value });
    record.touched.add(fieldId);
    if (hunks ? !hunks.keepsMine : side === 'theirs') keepMet(record, fieldId, value);
  }
  return decisions;
}

/** What a prompt is about; `onto` is what the result goes out over. */
interface Question {
  mine: DraftState;
  theirs: ArtifactSnapshot;
  onto: ArtifactSnapshot;
}

/** Answers a prompt; false when the person closes it and goes away: the draft stays. */
async function answer(draft: Draft, question: Question, habitat: Habitat): Promise<boolean> {
  const { random, record } = habitat;
  const { mine, theirs, onto } = question;
  record.conflicts += 1;
  seeAll(record, theirs);
  seeAll(record, onto);
  await habitat.wait(random.int(0, 1500));
  if (random.chance(0.08)) return false;
  const rows = mergeArtifact(mine, theirs);
  const decisions = decide(rows, habitat);
  for (const row of rows) {
    see(record, row.field, resultOf(row, decisions));
  }
  draft.become(rebased(mine, onto, { rows, decisions }));
  return true;
}

/** What the page names after a save, with the values that stood there. */
function readWarning(saved: Saved, { record }: Habitat): void {
  const replaced = overwrittenFields(saved);
  if (replaced.length > 0) record.warnings += 1;
  for (const field of replaced) {
    record.touched.add(field.field_id);
    for (const { values } of saved.overtaken) see(record, field, entryOf(values, field.field_id));
  }
}

/** Links of others that a save replaced there, with what had stood between: the page names them. */
function readOthers({ others, sent }: EndedSave, { record }: Habitat): void {
  const field = sent.base.fields.find(({ type }) => type === 'art_link');
  for (const { id, end } of others) {
    if (!field || end.kind !== 'saved' || end.replaced.length === 0) continue;
    record.warnings += 1;
    record.touched.add(field.field_id);
    for (const { values } of end.replaced) {
      const value = entryOf(values, field.field_id);
      record.seen.push({ of: id, fieldId: field.field_id, value });
    }
  }
}

/** What was sent and is told as saved; of others those that are. */
function markStored({ sent, others }: EndedSave, { record }: Habitat): void {
  const missing = new Set(others.filter(isMissing).map(({ id }) => id));
  for (const intent of record.intents) {
    const { fieldId } = intent;
    const sight = { of: record.artifactId, fieldId, value: sent.values.get(fieldId) };
    if (sent.values.has(fieldId) && isShown(intent, sight) && !missing.has(intent.at)) {
      intent.isStored = true;
    }
  }
}

/** The draft freed of what was saved; what the save replaced unseen is asked about. True when there is more to save. */
async function settle(draft: Draft, ended: EndedSave, habitat: Habitat) {
  const { record } = habitat;
  const { outcome, others } = ended;
  markStored(ended, habitat);
  if (outcome.kind === 'saved') readWarning(outcome, habitat);
  readOthers(ended, habitat);
  closeWindows(record, habitat.now());
  const version = versionAfter(ended);
  if (!version) return false;
  freeDraft(draft, ended, version);
  seeAll(record, draft.state().base);
  const back = outcome.kind === 'saved' ? mergeBackOf(outcome, draft.state()) : null;
  if (back) return answer(draft, { ...back, mine: back.draft }, habitat);
  return others.some(isMissing);
}

function closeWindows(record: EditorRecord, now: number): void {
  for (const window of record.windows) window.to = Math.min(window.to, now);
}

async function saveOnce(draft: Draft, me: number, habitat: Habitat): Promise<EndedSave> {
  forgetUndone(draft, habitat);
  const sent = draft.state();
  const typing = habitat.random.chance(0.15)
    ? habitat.wait(habitat.random.int(0, 200)).then(() => editOneField(draft, habitat))
    : Promise.resolve();
  const whole = await saveWhole(sent, me, habitat);
  await typing;
  return { ...whole, sent, again: null };
}

/** Saves until nothing is left to save, it is refused, or a prompt is left open; true when all is saved. */
async function saveAll(draft: Draft, me: number, habitat: Habitat): Promise<boolean> {
  const { record } = habitat;
  for (let round = 0; round < ROUNDS; round += 1) {
    const ended = await saveOnce(draft, me, habitat);
    const { outcome } = ended;
    if (outcome.kind === 'saved' || outcome.kind === 'unchanged') {
      if (!(await settle(draft, ended, habitat))) return true;
    } else if (outcome.kind === 'conflict') {
      forgetUndone(draft, habitat);
      const question = { mine: draft.state(), theirs: outcome.theirs, onto: outcome.theirs };
      if (!(await answer(draft, question, habitat))) return false;
    } else {
      record.refusals.push('error' in outcome ? outcome.error.message : outcome.kind);
      return false;
    }
  }
  return false;
}

/** One model editor: opens the artifact, types, saves, answers prompts, and perhaps does it again. */
export async function edit(person: keyof typeof sandboxPeople, habitat: Habitat): Promise<void> {
  const { random, record } = habitat;
  const { id } = sandboxPeople[person];
  await habitat.wait(random.int(0, 900));
  const loaded = await readArtifact(habitat.artifactId);
  const base = snapshotOf(loaded);
  seeAll(record, base);
  const draft = createDraft(base);
  for (let turn = random.int(1, 2); turn > 0; turn -= 1) {
    await habitat.wait(random.int(0, 1200));
    for (let edits = random.int(1, 3); edits > 0; edits -= 1) editOneField(draft, habitat);
    if (random.chance(0.35)) {
      const body = `«${habitat.count()}» says ${person}`;
      const { body: before } = draft.state().comment;
      record.comments = record.comments.filter((comment) => comment !== before);
      record.comments.push(body);
      draft.setComment({ body, format: 'commonmark' });
    }
    await habitat.wait(random.int(0, 600));
    if (!(await saveAll(draft, id, habitat))) break;
  }
  closeWindows(record, habitat.now());
  forgetUndone(draft, habitat);
  const left = draft.state();
  record.open = { values: left.values, comment: left.comment.body };
}
