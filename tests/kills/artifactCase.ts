import type { ArtifactEditor } from '~/artifacts/useArtifactEditor';
import { drawEdit } from '../races/edits';
import { type Intent, isMet } from '../races/intents';
import { linkable, type RacesWorld } from '../races/racesWorld';
import type { SandboxArtifact } from '../sandbox/model';
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
  /** Ben saves another field between the reading and the save. */
  isMerged: boolean;
}

function begin(world: RacesWorld, random: Random): SandboxArtifact {
  const { world: data } = world.open;
  data.clockOffset += 60_000;
  const now = Date.UTC(2026, 10, 21) + data.clockOffset;
  const run = { mode: 'recorded' as const, seed: 1, now: () => now };
  return world.begin(random.pick(world.trackers), { ...run, gap: () => Promise.resolve() });
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
  const place = { field, contract, value: draft.value(field), random, count };
  const edit = drawEdit({ ...place, files, links: linkable.slice(2, 8) });
  if (edit) draft.set(field, edit.value);
  return [...(edit?.intents ?? [])];
}

/** A field that Ben can set with one word, and how he does it. */
async function benSaves(world: RacesWorld, { id, trackerId }: SandboxArtifact): Promise<number> {
  const fields = world.trackers.find((tracker) => tracker.id === trackerId)?.fields ?? [];
  const field = fields.find(({ type }) => ['string', 'int', 'float', 'text'].includes(type));
  if (!field) throw new Error('Nothing for Ben');
  const isText = field.type === 'text';
  const value = isText ? { content: '<p>Ben was here</p>', format: 'html' } : 4711;
  const answer = await world.open.fetch(`/api/artifacts/${id}`, {
    method: 'PUT',
    headers: { 'X-Auth-AccessKey': ben.accessKey, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      values: [{ field_id: field.id, value: field.type === 'string' ? '4711' : value }],
    }),
  });
  if (!answer.ok) throw new Error(`Ben: ${answer.status} ${await answer.text()}`);
  return field.id;
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
  const artifact = begin(world, random);
  const kept: Typed = { intents: [], comment: '' };
  const typed: Typed = { intents: [], comment: '' };
  let bens: number | null = null;

  const stored = ({ fieldId }: Intent) => artifact.changesets.at(-1)?.values.get(fieldId);
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
    const taken = new Set(wish.isMerged && simple ? [simple.id] : []);
    const comment = `«${wish.seed}» said`;
    if (!wish.isComment) kept.intents.push(...editOne(editor, tab, { random, taken, count: 1 }));
    kept.comment = comment;
    editor.draft.setComment({ body: comment, format: 'commonmark' });
    await editor.kept.flush();
    await life.until(({ editor: now }) => now.kept.status.state === 'kept' && now.isDirty);
    await editor.kept.flush();
    // Typed in the last moment before the save.
    typed.comment = wish.isComment ? `${comment} more` : comment;
    editor.draft.setComment({ body: typed.comment, format: 'commonmark' });
    const changed = new Set([...taken, ...kept.intents.map(({ fieldId }) => fieldId)]);
    const more = wish.isComment ? [] : editOne(editor, tab, { random, taken: changed, count: 2 });
    typed.intents.push(...kept.intents, ...more);
    if (wish.isMerged) bens = await benSaves(world, artifact);
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
                (editor.kept.reopened !== null || toasts.some((text) => /had landed/.test(text))),
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
                !(values.has(intent.fieldId) && isMet(intent, values.get(intent.fieldId))),
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
    if (mine.length !== 1) faults.push(`${mine.length} changesets by Anna`);
    if (comments(comment) !== 1) faults.push(`comment stored ${comments(comment)} times`);
    const bensNow =
      bens === null ? '4711' : JSON.stringify(artifact.changesets.at(-1)?.values.get(bens));
    if (!/4711|Ben was here/.test(bensNow ?? '')) faults.push('Ben’s change is lost');
    return faults;
  }
}
