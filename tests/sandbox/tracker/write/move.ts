import { refuse } from '../../http';
import type { SandboxArtifact, SandboxField, SandboxTracker, StoredValue } from '../../model';
import { isTrackerAdmin, type Viewer } from '../access';
import { currentValues } from '../artifacts';
import { isStatic } from '../fields';
import { appendChangeset } from './save';

interface Pair {
  field: SandboxField;
  target: SandboxField | undefined;
  /** The value as it reads in the target. */
  moved: StoredValue;
  fate: 'migrated' | 'partial' | 'lost';
}

function movedList(
  field: SandboxField,
  target: SandboxField,
  ids: readonly unknown[],
): readonly unknown[] {
  if (field.bind?.type !== 'static') return ids;
  return ids.flatMap((id) => {
    const label = field.values?.find((value) => value.id === id)?.label;
    const twin = target.values?.find((value) => value.label === label);
    return twin ? [twin.id] : [];
  });
}

/** A field of which nothing fits is not migrated, though the target has it (recorded: artifacts/150 and 151). */
function listFate(had: number, has: number): Pair['fate'] {
  if (has === had) return 'migrated';
  return has === 0 ? 'lost' : 'partial';
}

/** Fields are matched by name and type, list values by label (artifacts.md §5.4). */
function pairs(artifact: SandboxArtifact, from: SandboxTracker, to: SandboxTracker): Pair[] {
  return from.fields
    .filter((field) => !isStatic(field.type))
    .map((field): Pair => {
      const target = to.fields.find(
        (other) => other.name === field.name && other.type === field.type,
      );
      const value = currentValues(artifact).get(field.id);
      if (!target) return { field, target, moved: undefined, fate: 'lost' };
      if (!Array.isArray(value) || !field.bind) {
        return { field, target, moved: value, fate: 'migrated' };
      }
      const moved = movedList(field, target, value);
      return { field, target, moved, fate: listFate(value.length, moved.length) };
    });
}

const shape = ({ field }: Pair) => ({ field_id: field.id, label: field.label, name: field.name });

export interface Move {
  trackerId: number;
  isDryRun: boolean;
}

/** Moves an artifact, or says what a move would keep. Throws the recorded 400s and 404 (artifacts/150–158). */
export function moveArtifact(viewer: Viewer, artifact: SandboxArtifact, move: Move): unknown {
  const { world, user } = viewer;
  const from = world.trackers.get(artifact.trackerId);
  const to = world.trackers.get(move.trackerId);
  if (!to || !from || !user) return refuse(404, 'Target tracker not found');
  if (!isTrackerAdmin(viewer, from) || !isTrackerAdmin(viewer, to)) {
    return refuse(400, 'User must be admin of both trackers');
  }
  if (from.id === to.id) return refuse(400, 'An artifact cannot be moved in the same tracker');
  const all = pairs(artifact, from, to);
  const of = (fate: Pair['fate']) => all.filter((pair) => pair.fate === fate).map(shape);
  if (move.isDryRun) {
    return {
      dry_run: {
        fields: {
          fields_migrated: of('migrated'),
          fields_not_migrated: of('lost'),
          fields_partially_migrated: of('partial'),
        },
      },
    };
  }
  const values = new Map<number, StoredValue>();
  for (const { target, moved } of all) {
    if (target && moved !== undefined) values.set(target.id, moved);
  }
  artifact.trackerId = to.id;
  appendChangeset(world, artifact, { by: user.id, values });
  return { dry_run: null };
}
