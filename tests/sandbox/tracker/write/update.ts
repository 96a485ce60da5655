import { problem, Refusal, refuse } from '../../http';
import type { SandboxArtifact, SandboxTracker, StoredValue, TextContent } from '../../model';
import { hasRight, type Viewer } from '../access';
import { currentValues } from '../artifacts';
import { fieldById } from '../fields';
import { stateRules } from '../states';
import type { LinkChange } from './links';
import { parseEntry } from './parse';
import type { Entry } from './place';
import { Feedback } from './problems';
import { checkDependencies, checkRequired, checkWorkflow } from './rules';
import { appendChangeset, isSameValue, writeReverseLinks } from './save';

export interface ReadValues {
  after: Map<number, StoredValue>;
  links: LinkChange;
}

interface Source {
  viewer: Viewer;
  tracker: SandboxTracker;
  artifact: SandboxArtifact | undefined;
  before: ReadonlyMap<number, StoredValue>;
  feedback: Feedback;
  kind: 'create' | 'update';
}

/** Reads all entries onto the state before; rights are checked field by field. */
export function readValues(source: Source, entries: readonly Entry[]): ReadValues {
  const { viewer, tracker, before, feedback, kind } = source;
  const after = new Map(before);
  let links: LinkChange = {};
  for (const entry of entries) {
    const field = fieldById(tracker, entry.field_id);
    if (!field) return refuse(400, `Unknown field ${entry.field_id}`);
    const parsed = parseEntry({ ...source, field, before: before.get(field.id) }, entry);
    const right = kind === 'create' ? 'create' : 'update';
    const isMeant = 'links' in parsed || parsed.stored !== undefined;
    const isFrozen = source.artifact && stateRules(tracker, source.artifact).frozen.has(field.id);
    if (isMeant && (isFrozen || !hasRight(viewer, { tracker, field }, right))) {
      feedback.add(`You are not allowed to update the field ${field.label}.`);
    } else if ('links' in parsed) {
      links = parsed.links;
      if (links.forward) after.set(field.id, links.forward);
    } else if (parsed.stored) {
      after.set(field.id, parsed.stored.value);
    }
  }
  return { after, links };
}

/** Attaches the files that a write names; the others keep their artifact, so that old changesets still show them. */
export function attachFiles(
  viewer: Viewer,
  artifact: SandboxArtifact,
  tracker: SandboxTracker,
): void {
  for (const field of tracker.fields) {
    if (field.type !== 'file') continue;
    for (const id of (currentValues(artifact).get(field.id) as number[] | undefined) ?? []) {
      const file = viewer.world.files.get(id);
      if (!file) continue;
      file.artifactId = artifact.id;
      file.description ??= '';
    }
  }
}

export interface UpdateRequest {
  viewer: Viewer;
  artifact: SandboxArtifact;
  entries: readonly Entry[];
  comment: TextContent | undefined;
}

/**
 * Writes one changeset, or none when nothing changes and nothing is said (recorded artifacts/131, 137). Throws the
 * recorded 400s. Only the change counts: a value sent back as it was is no change.
 */
export function updateArtifact(request: UpdateRequest): void {
  const { viewer, artifact, entries } = request;
  const tracker = viewer.world.trackers.get(artifact.trackerId);
  if (!tracker || !viewer.user) throw new Refusal(problem(403));
  const before = currentValues(artifact);
  const feedback = new Feedback('update');
  const source = { viewer, tracker, artifact, before, feedback, kind: 'update' as const };
  const { after, links } = readValues(source, entries);
  const comment = request.comment?.content ?? '';
  const write = { tracker, before, after, comment, feedback };
  checkRequired(write);
  checkWorkflow(write);
  checkDependencies(write);
  feedback.check();
  const isChanged = [...after].some(([id, value]) => !isSameValue(value, before.get(id)));
  if (isChanged || comment.trim() !== '') {
    appendChangeset(viewer.world, artifact, {
      by: viewer.user.id,
      values: after,
      ...(request.comment ? { comment: request.comment } : {}),
    });
    attachFiles(viewer, artifact, tracker);
  }
  writeReverseLinks({ viewer, by: viewer.user.id, target: artifact.id }, links);
}
