import { refuse } from '../../http';
import type { SandboxArtifact, SandboxField, SandboxTracker, StoredValue } from '../../model';
import { isTrackerAdmin, type Viewer } from '../access';
import { currentValues } from '../artifacts';
import { isStatic } from '../fields';
import { appendChangeset } from './save';

interface Pair {
  field: SandboxField;
  target: SandboxField | undefined;
  value: StoredValue;
  /** The value as it reads in the target; null where a part of it is lost. */
  moved: StoredValue;
  isPartial: boolean;
}

function movedList(
  field: SandboxField,
  target: SandboxField,
  ids: readonly unknown[],
): StoredValue {
  if (field.bind?.type !== 'static') return ids;
  return ids.flatMap((id) => {
    const label = field.values?.find((value) => value.id === id)?.label;
    const twin = target.values?.find((value) => value.label === label);
    return twin ? [twin.id] : [];
  });
}

/** Fields are matched by name and type, list values by label (artifacts.md §5.4). */
function pairs(artifact: SandboxArtifact, from: SandboxTracker, to: SandboxTracker): Pair[] {
  return from.fields
    .filter((field) => !isStatic(field.type))
    .map((field) => {
      const target = to.fields.find(
        (other) => other.name === field.name && other.type === field.type,
      );
      const value = currentValues(artifact).get(field.id);
      if (!target) return { field, target, value, moved: undefined, isPartial: false };
      const isListed = Array.isArray(value) && field.bind !== undefined;
      const moved = isListed ? movedList(field, target, value) : value;
      const isPartial = isListed && Array.isArray(moved) && moved.length < value.length;
      return { field, target, value, moved, isPartial };
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
  if (move.isDryRun) {
    return {
      dry_run: {
        fields: {
          fields_migrated: all.filter((pair) => pair.target && !pair.isPartial).map(shape),
          fields_not_migrated: all.filter((pair) => !pair.target).map(shape),
          fields_partially_migrated: all.filter((pair) => pair.isPartial).map(shape),
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
