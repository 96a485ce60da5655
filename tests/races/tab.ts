import { readArtifact } from '~/api/artifacts';
import { ApiError } from '~/api/error';
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
import { mergeBackOf, overwrittenFields } from '~/saving/mergeBack';
import { restPort } from '~/saving/restPort';
import { type SavePort, saveArtifact } from '~/saving/saveArtifact';
import { saveJobOf } from '~/saving/saveJob';
import { lookFrom, type Saved, type SaveJob, type SaveOutcome } from '~/saving/saveMachine';
import { type SandboxPerson, sandboxPeople } from '../sandbox/people';
import type { Random } from '../sandbox/seed/random';
import { drawEdit } from './edits';
import { isMet } from './intents';
import type { EditorRecord } from './record';

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
  record: EditorRecord;
}

const ROUNDS = 5;

const audit = { method: 'GET', path: '/api/artifacts' };

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
  record.seen.push({ fieldId: field.field_id, value: entry });
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
  const place = { field, contract, value: draft.value(field), random, count: habitat.count() };
  const edit = drawEdit({ ...place, files: habitat.files, links: habitat.links });
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
  record.intents = record.intents.filter(
    (intent) => intent.fieldId !== fieldId || isMet(intent, value),
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
    record.seen.push({ fieldId: row.field.field_id, value: resultOf(row, decisions) });
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

/** The draft freed of what was saved; what the save replaced unseen is asked about. True when there is more to save. */
async function settle(draft: Draft, end: { saved: Saved; sent: DraftState }, habitat: Habitat) {
  const { record } = habitat;
  const { saved, sent } = end;
  for (const intent of record.intents) {
    const value = sent.values.get(intent.fieldId);
    if (sent.values.has(intent.fieldId) && isMet(intent, value)) intent.isStored = true;
  }
  readWarning(saved, habitat);
  closeWindows(record, habitat.now());
  if (!saved.news) return false;
  draft.accept(sent, saved.news.version);
  seeAll(record, draft.state().base);
  const back = mergeBackOf(saved, draft.state());
  return back ? answer(draft, { ...back, mine: back.draft }, habitat) : false;
}

function closeWindows(record: EditorRecord, now: number): void {
  for (const window of record.windows) window.to = Math.min(window.to, now);
}

/** Now and then reading back fails: the page looks again by itself, at what stands there by then (features X8). */
async function saveAndLook(job: SaveJob, { random, wait }: Habitat): Promise<SaveOutcome> {
  const isUnread = random.chance(0.1);
  let isWritten = false;
  const port: SavePort = {
    async read(base) {
      if (isWritten && isUnread) throw new ApiError('network', 'Lost.', { request: audit });
      return restPort.read(base);
    },
    async write(...sent) {
      const storedAt = await restPort.write(...sent);
      isWritten = true;
      return storedAt;
    },
  };
  const outcome = await saveArtifact(job, port);
  const from = lookFrom(outcome);
  if (!from) return outcome;
  await wait(random.int(0, 3000));
  return saveArtifact(job, restPort, { from });
}

async function saveOnce(draft: Draft, me: number, habitat: Habitat) {
  forgetUndone(draft, habitat);
  const sent = draft.state();
  const job = saveJobOf(sent, me);
  const typing = habitat.random.chance(0.15)
    ? habitat.wait(habitat.random.int(0, 200)).then(() => editOneField(draft, habitat))
    : Promise.resolve();
  const outcome = await saveAndLook(job, habitat);
  await typing;
  return { outcome, sent };
}

/** Saves until nothing is left to save, it is refused, or a prompt is left open; true when all is saved. */
async function saveAll(draft: Draft, me: number, habitat: Habitat): Promise<boolean> {
  const { record } = habitat;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { outcome, sent } = await saveOnce(draft, me, habitat);
    if (outcome.kind === 'unchanged') return true;
    if (outcome.kind === 'saved') {
      if (!(await settle(draft, { saved: outcome, sent }, habitat))) return true;
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
  const base = snapshotOf(loaded, loaded.tracker?.fields ?? []);
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
