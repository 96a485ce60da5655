import { readArtifact } from '~/api/artifacts';
import { newestChangesets } from '~/api/changesets';
import { scope } from '~/api/session';
import { HEAD } from '~/kept/record';
import { keep, readSlot } from '~/kept/store';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { snapshotOf } from '~/saving/draft/snapshot';
import type { JournalEntry } from '~/saving/journal/entry';
import { valuesBefore } from '~/saving/journal/journal';
import { partsOf } from '~/saving/kept/artifactParts';
import { type DraftHead, draftSlot } from '~/saving/kept/head';

/** The artifact as it was right after the write: a changeset holds all of it (artifacts.md §6). */
async function versionAfter({ subject, changeset }: JournalEntry): Promise<ArtifactSnapshot> {
  const now = snapshotOf(await readArtifact(subject), []);
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

/**
 * Makes the inverse of a write as a draft of its artifact: it starts from what the write had made, and holds the values
 * before it. The page then puts it over the newest version by the same merge as every draft, so that what somebody changed
 * since is asked about and nothing is sent unseen (features A7, H4). Throws where the changeset cannot be read.
 */
export async function prepareUndo(entry: JournalEntry): Promise<void> {
  const slot = draftSlot(scope(), 'artifact', { id: entry.subject });
  const there = await readSlot(slot);
  if ('value' in there && there.value.size > 0) {
    throw new Error('There is a draft of this artifact. Save or discard it first.');
  }
  const base = await versionAfter(entry);
  const values = await valuesBefore(scope(), entry.id);
  const { artifact } = base;
  const comment = { body: '', format: 'commonmark' } as const;
  const head: DraftHead = {
    schema: 1,
    place: 'artifact',
    id: artifact.id,
    name: artifact.xref,
    title: artifact.title ?? '',
    within: `${artifact.project.label}, ${artifact.tracker.label}`,
    changed: entry.changes.map(({ label }) => label),
    hasComment: false,
    undoes: entry.id,
    savedAt: Date.now(),
    version: { date: artifact.last_modified_date, etag: null },
  };
  const parts = new Map<string, unknown>([
    [HEAD, head],
    ...partsOf({ base, values: new Map(values), comment }),
  ]);
  const trouble = await keep(slot, {
    changed: parts,
    all: () => parts,
  });
  if (trouble) throw new Error('This browser could not keep the draft of the undo.');
}
