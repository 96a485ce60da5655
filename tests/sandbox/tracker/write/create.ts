import { dayOf, startOfDay } from '../../clock';
import { problem, Refusal, refuse } from '../../http';
import type { SandboxArtifact, SandboxField, SandboxTracker, StoredValue } from '../../model';
import type { Viewer } from '../access';
import { isList } from '../fields';
import type { Entry } from './place';
import { isRecord } from './place';
import { Feedback } from './problems';
import { checkDependencies, checkRequired, checkWorkflow } from './rules';
import { appendChangeset, writeReverseLinks } from './save';
import { attachFiles, readValues } from './update';

/** The day of today with its minute, or the day that the tracker names, at its first second. */
function defaultDate(viewer: Viewer, { defaultValue, isTimeDisplayed }: SandboxField): StoredValue {
  const isToday = defaultValue === 'today';
  if (!isToday && typeof defaultValue !== 'string') return undefined;
  if (!isTimeDisplayed) return isToday ? dayOf(viewer.world.now() / 1000) : defaultValue;
  const at = isToday ? Math.floor(viewer.world.now() / 60_000) * 60 : startOfDay(defaultValue);
  return new Date(at * 1000).toISOString();
}

/** `{ type: "manual_value", value }` as a value set by hand (conformance-cases.md F24). */
function defaultSum(preset: unknown): StoredValue {
  return isRecord(preset) ? { isAutocomputed: false, manual: Number(preset.value) } : undefined;
}

/**
 * What a field holds when nothing is said about it at creation (artifacts.md §4): its default. Without one, numbers, dates
 * and files stay unset (recorded artifacts/40).
 */
function defaultOf(viewer: Viewer, field: SandboxField): StoredValue {
  const { type, defaultValue: preset } = field;
  if (type === 'date') return defaultDate(viewer, field);
  if (type === 'computed') return defaultSum(preset);
  if (type === 'int' || type === 'float') return typeof preset === 'number' ? preset : undefined;
  if (type === 'string') return preset ?? '';
  if (type === 'text') return preset ?? { content: '', format: 'commonmark' };
  if (isList(type) || type === 'tbl') return preset ?? [];
  return type === 'art_link' ? [] : undefined;
}

function defaults(viewer: Viewer, tracker: SandboxTracker): Map<number, StoredValue> {
  const values = new Map<number, StoredValue>();
  for (const field of tracker.fields) {
    const value = defaultOf(viewer, field);
    if (value !== undefined) values.set(field.id, value);
  }
  return values;
}

const byNameTypes = new Set(['string', 'text', 'int', 'float', 'computed']);

/** `values_by_field`: few types only; any other is a 400 without a text (recorded artifacts/25, 26). */
export function entriesByName(tracker: SandboxTracker, values: unknown): Entry[] {
  if (!isRecord(values)) return refuse(400, 'No valid data are provided');
  return Object.entries(values).map(([name, entry]) => {
    const field = tracker.fields.find((candidate) => candidate.name === name);
    if (!field) return refuse(400, `Field ${name} does not exist in the tracker`);
    if (!byNameTypes.has(field.type) || !isRecord(entry)) return refuse(400);
    // `{"value":"…","format":"html"}` is the other way to say a text.
    const isFlatText = field.type === 'text' && typeof entry.format === 'string';
    const value = isFlatText ? { content: entry.value, format: entry.format } : entry.value;
    return { ...entry, value, field_id: field.id };
  });
}

/** Makes an artifact with its first changeset. Throws the recorded 400s, their lines with the level in front. */
export function createArtifact(
  viewer: Viewer,
  tracker: SandboxTracker,
  entries: readonly Entry[],
): SandboxArtifact {
  if (!viewer.user) return refuse(401);
  const feedback = new Feedback('create');
  const none: ReadonlyMap<number, StoredValue> = new Map();
  const before = defaults(viewer, tracker);
  const source = {
    viewer,
    tracker,
    artifact: undefined,
    before,
    feedback,
    kind: 'create' as const,
  };
  const { after, links } = readValues(source, entries);
  const write = { tracker, before: none, after, comment: '', feedback };
  checkRequired(write);
  checkWorkflow(write);
  checkDependencies(write);
  feedback.check();
  const { world, user } = viewer;
  const artifact: SandboxArtifact = {
    id: world.nextId.artifact,
    trackerId: tracker.id,
    changesets: [],
    isDeleted: false,
  };
  world.nextId.artifact += 1;
  if (world.artifacts.has(artifact.id))
    throw new Refusal(problem(500, 'Unable to create artifact'));
  world.artifacts.set(artifact.id, artifact);
  appendChangeset(world, artifact, { by: user.id, values: after });
  attachFiles(viewer, artifact, tracker);
  writeReverseLinks({ viewer, by: user.id, target: artifact.id }, links);
  return artifact;
}
