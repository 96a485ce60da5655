import type { ArtifactEditor } from '~/artifacts/editor/editor';
import { drawEdit } from '../races/edits';
import { type Intent, isMet, isShown } from '../races/intents';
import { linkable, type RacesWorld } from '../races/racesWorld';
import type { SandboxArtifact, SandboxField, SandboxTracker } from '../sandbox/model';
import { sandboxPeople } from '../sandbox/people';
import { type Random, randomFor } from '../sandbox/seed/random';
import type { Case, TabModule } from './cases';

const { anna, ben } = sandboxPeople;

interface Typed {
  intents: Intent[];
  comment: string;
}

export interface ArtifactWish {
  seed: number;
  /** Only a comment. */
  isComment: boolean;
  /** Anna also sets links of two other artifacts to this one, or nothing else: each is a save of its own. */
  linking?: 'also' | 'alone';
  /** What Ben saves between the reading and the save: another field, or one more entry of the set that Anna changes. */
  bens?: 'another field' | 'same set';
}

const linksOf = ({ fields }: SandboxTracker) => fields.find(({ type }) => type === 'art_link');

/** A link that Anna never touches. */
const bensLink = linkable[9] ?? 0;

function begin(
  world: RacesWorld,
  random: Random,
  { bens, linking }: ArtifactWish,
): SandboxArtifact {
  const { world: data } = world.open;
  data.clockOffset += 60_000;
  const now = Date.UTC(2026, 10, 21) + data.clockOffset;
  const run = { mode: 'recorded' as const, seed: 1, now: () => now };
  const needsLinks = bens === 'same set' || linking;
  const trackers = world.trackers.filter((one) => !needsLinks || linksOf(one));
  return world.begin(random.pick(trackers), { ...run, gap: () => Promise.resolve() });
}

/** Changes one field as a person might; `taken` are fields that somebody else changes. */
function editOne(
  editor: ArtifactEditor,
  tab: TabModule,
  { random, taken, count }: { random: Random; taken: ReadonlySet<number>; count: number },
): Intent[] {
  const { draft, base } = editor;
  const fields = base.fields.filter(
    (field) =>
      !taken.has(field.field_id) &&
      field.permissions.includes('update') &&
      tab.readings(base).get(field.field_id)?.contract.write,
  );
  const field = random.pick(fields);
  const contract = tab.readings(base).get(field.field_id)?.contract;
  if (!contract) return [];
  const files = [0, 1, 2].map((at) => anna.id * 100 + at);
  const artifactId = base.artifact.id;
  const place = { artifactId, field, contract, value: draft.value(field), random, count };
  const edit = drawEdit({ ...place, files, links: linkable.slice(2, 8) });
  if (edit) draft.set(field, edit.value);
  return [...(edit?.intents ?? [])];
}

/** Sets links of these artifacts to the one that is edited. */
function linkFrom(editor: ArtifactEditor, sources: readonly SandboxArtifact[]): Intent[] {
  const { draft, base } = editor;
  const field = base.fields.find(({ type }) => type === 'art_link');
  const value: unknown = field && draft.value(field);
  if (!field || typeof value !== 'object') throw new Error('Nothing to link with');
  const reverse = sources.map(({ id }) => ({ id, type: 'blocks' }));
  draft.set(field, { ...value, reverse });
  const token = String(base.artifact.id);
  return sources.map(({ id: at }) => ({ at, fieldId: field.field_id, token, isThere: true }));
}

/** What Ben writes: one more link, or one word into a simple field. */
function bensValue(
  fields: SandboxTracker['fields'],
  { bens, artifact }: { bens: ArtifactWish['bens']; artifact: SandboxArtifact },
): { field: SandboxField; entry: object; token: string } {
  const kinds = bens === 'same set' ? ['art_link'] : ['string', 'int', 'float', 'text'];
  const field = fields.find(({ type }) => kinds.includes(type));
  if (!field) throw new Error('Nothing for Ben');
  const token = field.type === 'text' ? '«Ben»' : '4711';
  if (field.type === 'art_link') {
    const stored = artifact.changesets.at(-1)?.values.get(field.id);
    const links = [...(Array.isArray(stored) ? stored : []), { id: bensLink, type: 'blocks' }];
    return { field, entry: { links }, token: String(bensLink) };
  }
  if (field.type === 'text') {
    return { field, entry: { value: { content: `<p>${token}</p>`, format: 'html' } }, token };
  }
  return { field, entry: { value: field.type === 'string' ? token : Number(token) }, token };
}

/** Ben's save, and what he wanted by it. */
async function benSaves(
  world: RacesWorld,
  { artifact, bens }: { artifact: SandboxArtifact; bens: ArtifactWish['bens'] },
): Promise<Intent> {
  const fields = world.trackers.find(({ id }) => id === artifact.trackerId)?.fields ?? [];
  const { field, entry, token } = bensValue(fields, { bens, artifact });
  const answer = await world.open.fetch(`/api/artifacts/${artifact.id}`, {
    method: 'PUT',
    headers: { 'X-Auth-AccessKey': ben.accessKey, 'Content-Type': 'application/json' },
    body: JSON.stringify({ values: [{ field_id: field.id, ...entry }] }),
  });
  if (!answer.ok) throw new Error(`Ben: ${answer.status} ${await answer.text()}`);
  return { at: artifact.id, fieldId: field.id, token, isThere: true };
}

/** Presses save, and goes on until it is saved and nothing is asked. */
async function saveAll(tab: TabModule, life: ReturnType<TabModule['openArtifact']>): Promise<void> {
  for (let tries = 0; tries < 6; tries += 1) {
    const { editor } = life.now();
    if (!editor.isDirty && editor.saving.step === null && !editor.prompt) return;
    const { result, question } = editor.saving;
    if (question) question.answer(true);
    else if (editor.prompt) tab.answerPrompt(editor);
    else if (result?.outcome.kind === 'unknown') editor.saving.sendAgain();
    else editor.save();
    await life.until(
      ({ editor: { saving, kept } }) =>
        (saving.question !== null && saving.question !== question) ||
        (saving.step === null && kept.lost.state === 'none' && saving.result !== result),
    );
  }
  throw new Error('Saved six times, and there is still something to save');
}

/** An artifact that Anna changes. */
export function artifactCase(world: RacesWorld, wish: ArtifactWish): Case {
  const random = randomFor(wish.seed);
  const artifact = begin(world, random, wish);
  const of = world.trackers.find(({ id }) => id === artifact.trackerId);
  const sources = wish.linking && of ? world.neighbours(of).slice(0, 2) : [];
  const kept: Typed = { intents: [], comment: '' };
  const typed: Typed = { intents: [], comment: '' };
  let bens: Intent | null = null;

  const stored = ({ at, fieldId }: Intent) =>
    world.open.world.artifacts.get(at)?.changesets.at(-1)?.values.get(fieldId);
  const isOffered = (intent: Intent, value: unknown) =>
    isShown(intent, { of: artifact.id, fieldId: intent.fieldId, value });
  const comments = (text: string) =>
    artifact.changesets.filter(({ comment }) => text !== '' && comment.content === text).length;

  /** The last keys may be kept or not when the tab dies before it kept them; what was kept before must be there. */
  function eitherOf(judge: (what: Typed) => string[], isLastKey: boolean): string[] {
    const faults = judge(typed);
    return faults.length > 0 && isLastKey ? judge(kept) : faults;
  }

  async function type(tab: TabModule, life: ReturnType<TabModule['openArtifact']>) {
    const { editor } = await life.until(() => true);
    editor.edit();
    const fields = world.trackers.find(({ id }) => id === artifact.trackerId)?.fields ?? [];
    const simple = fields.find(({ type: kind }) =>
      ['string', 'int', 'float', 'text'].includes(kind),
    );
    const linked = wish.linking ? linkFrom(editor, sources) : [];
    kept.intents.push(...linked);
    const taken = new Set([
      ...(wish.bens === 'another field' && simple ? [simple.id] : []),
      ...linked.map(({ fieldId }) => fieldId),
    ]);
    const first =
      wish.bens === 'same set'
        ? new Set(fields.flatMap(({ id, type: kind }) => (kind === 'art_link' ? [] : [id])))
        : taken;
    const isAlone = wish.linking === 'alone';
    const comment = isAlone ? '' : `«${wish.seed}» said`;
    if (!wish.isComment && !isAlone)
      kept.intents.push(...editOne(editor, tab, { random, taken: first, count: 1 }));
    kept.comment = comment;
    editor.draft.setComment({ body: comment, format: 'commonmark' });
    await editor.kept.flush();
    await life.until(({ editor: now }) => now.kept.status.state === 'kept' && now.isDirty);
    await editor.kept.flush();
    // Typed in the last moment before the save.
    typed.comment = wish.isComment ? `${comment} more` : comment;
    editor.draft.setComment({ body: typed.comment, format: 'commonmark' });
    const changed = new Set([...taken, ...kept.intents.map(({ fieldId }) => fieldId)]);
    const isMore = !wish.isComment && !isAlone;
    const more = !isMore ? [] : editOne(editor, tab, { random, taken: changed, count: 2 });
    typed.intents.push(...kept.intents, ...more);
    if (wish.bens) bens = await benSaves(world, { artifact, bens: wish.bens });
  }

  return {
    open: (tab) => {
      const life = tab.openArtifact(artifact.id);
      return {
        close: life.close,
        type: () => type(tab, life),
        save: () => saveAll(tab, life),
        async offered(isKept) {
          if (isKept) {
            await life.until(
              ({ editor, toasts }) =>
                editor.kept.lost.state === 'none' &&
                (editor.kept.reopened !== null ||
                  toasts.some((text) => /had (also )?landed/.test(text))),
            );
          } else await life.until(({ editor }) => editor.kept.status.state === 'none');
        },
        lost(isLastKey) {
          const { draft } = life.now().editor;
          const { values, comment } = draft.state();
          const missing = ({ intents, comment: said }: Typed) => {
            const gone = intents.filter(
              (intent) =>
                !isMet(intent, stored(intent)) &&
                !(values.has(intent.fieldId) && isOffered(intent, values.get(intent.fieldId))),
            );
            const places = comments(said) + (comment.body === said ? 1 : 0);
            const faults = gone.map(({ fieldId, token }) => `field ${fieldId}: ${token} is lost`);
            return places === 1 ? faults : [...faults, `comment ${places} times`];
          };
          return eitherOf(missing, isLastKey);
        },
      };
    },
    wrong: (isLastKey) => eitherOf(wrong, isLastKey),
  };

  function wrong({ intents, comment }: Typed): string[] {
    const gone = intents.filter((intent) => !isMet(intent, stored(intent)));
    const faults = gone.map(({ fieldId, token }) => `field ${fieldId}: ${token} is not stored`);
    const mine = artifact.changesets.slice(1).filter((one) => one.submittedBy === anna.id);
    const saves = wish.linking === 'alone' ? 0 : 1;
    if (mine.length !== saves) faults.push(`${mine.length} changesets by Anna`);
    for (const { id, changesets } of sources) {
      if (changesets.length !== 2) faults.push(`${changesets.length - 1} changesets at #${id}`);
    }
    if (comments(comment) !== saves) faults.push(`comment stored ${comments(comment)} times`);
    if (bens && !isMet(bens, stored(bens))) faults.push('Ben’s change is lost');
    return faults;
  }
}
