import { readArtifact } from '~/api/artifacts/read';
import { newestChangesets } from '~/api/changesets/read';
import { scope } from '~/api/session';
import { HEAD, type Slot } from '~/kept/record';
import { isSeatFree } from '~/kept/seat';
import { keep, type Parts, readSlot } from '~/kept/store';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { snapshotOf } from '~/saving/draft/snapshot';
import type { JournalEntry } from '~/saving/journal/entry';
import { sidesOf } from '~/saving/journal/journal';
import { partsOf } from '~/saving/kept/artifactParts';
import { artifactHead, type DraftHead, draftSlot } from '~/saving/kept/head';
import { changedLabels, svnBaseOf, svnPartsOf } from '~/saving/kept/svnAdapter';
import { ownPart } from '~/saving/others/parts';
import { formOf } from '~/saving/svn/svnForm';

/** The artifact as it was right after the write: a changeset holds all of it (artifacts.md §6). */
async function versionAfter({ subject, changeset }: JournalEntry): Promise<ArtifactSnapshot> {
  const now = snapshotOf(await readArtifact(subject));
  let count = 50;
  let page = await newestChangesets(subject, count);
  while (page.offset > 0 && !page.changesets.some(({ id }) => id === changeset)) {
    count *= 4;
    page = await newestChangesets(subject, count);
  }
  const then = page.changesets.find(({ id }) => id === changeset);
  if (!then) throw new Error(`Changeset ${changeset} is not among those that you may see.`);
  const artifact = { ...now.artifact, values: then.values, last_modified_date: then.submitted_on };
  return { ...now, artifact, etag: null, lastModified: null };
}

async function put(head: DraftHead, rest: Parts): Promise<void> {
  const parts = new Map<string, unknown>([[HEAD, head], ...rest]);
  const slot = draftSlot(scope(), head.place, { id: head.id });
  const trouble = await keep(slot, { changed: parts, all: () => parts });
  if (trouble) throw new Error('This browser could not keep the draft of the undo.');
}

/** The artifact as it was before, over what the write had made of it. */
async function prepareArtifact(entry: JournalEntry): Promise<void> {
  const base = await versionAfter(entry);
  const { before } = await sidesOf(scope(), entry.id);
  const comment = { body: '', format: 'commonmark' } as const;
  // What the write did at other artifacts is undone there; links of others that came since stay.
  const draft = ownPart({ base, values: before instanceof Map ? before : new Map(), comment });
  const changed = entry.changes.map(({ label }) => label);
  const head = { ...artifactHead(base, { changed, hasComment: false }), undoes: entry.id };
  await put(head, partsOf(draft));
}

/** The settings as they were before, over what the write had made of them. */
async function prepareSettings(entry: JournalEntry): Promise<void> {
  const { before, after } = await sidesOf(scope(), entry.id);
  const [was, is] = [svnBaseOf(before), svnBaseOf(after)];
  if (!was || !is) throw new Error('What the settings were before was not kept.');
  const draft = { base: is, form: formOf(was.settings) };
  const head: DraftHead = {
    schema: 1,
    place: 'svn',
    id: is.id,
    name: is.name,
    title: 'SVN settings',
    within: is.project.label,
    changed: changedLabels(draft),
    hasComment: false,
    undoes: entry.id,
    savedAt: Date.now(),
    version: null,
  };
  await put(head, svnPartsOf(draft));
}

/** What another tab edits, or what lies there already, is not written over. Throws, with what to do about it. */
async function requireFree(slot: Slot, what: string): Promise<void> {
  const there = await readSlot(slot);
  if ('trouble' in there) {
    throw new Error(
      there.trouble === 'locked'
        ? `There is a draft of ${what} behind your passphrase. Unlock it first.`
        : `This browser could not say whether there is a draft of ${what}. Try again.`,
    );
  }
  if (there.value.size > 0) {
    throw new Error(`There is a draft of ${what}. Save or discard it first.`);
  }
  if (!(await isSeatFree(slot))) throw new Error(`You are editing ${what} in another tab.`);
}

/**
 * Makes the inverse of a write as a draft of its artifact or repository: it starts from what the write had made, and holds
 * the values before it. The page then puts it over the newest version by the same merge as every draft, so that what
 * somebody changed since is asked about and nothing is sent unseen (features A7, H4). Throws where that cannot be made.
 */
export async function prepareUndo(entry: JournalEntry): Promise<void> {
  const isArtifact = entry.place === 'artifact';
  const slot = draftSlot(scope(), isArtifact ? 'artifact' : 'svn', { id: entry.subject });
  await requireFree(slot, isArtifact ? 'this artifact' : 'these settings');
  await (isArtifact ? prepareArtifact(entry) : prepareSettings(entry));
}
