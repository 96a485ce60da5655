import { problem, Refusal, refuse } from '../../http';
import type { SandboxFile, World } from '../../model';
import { isComplete } from '../uploads';
import type { Entry, Parsed, WritePlace } from './place';

function usable(world: World, id: number): SandboxFile {
  const file = world.files.get(id);
  if (!file || !isComplete(world, file)) throw new Refusal(problem(404, `File #${id} not found`));
  return file;
}

/** The complete list of file ids; new ones are the writer's own uploads (attachments.md §4, recorded 35, 36). */
export function parseFiles(place: WritePlace, entry: Entry): Parsed {
  const { viewer, artifact } = place;
  if (!Array.isArray(entry.value)) {
    return refuse(
      400,
      `Invalid format for file field "${place.field.id}".  Correct format is {"field_id" : 425, "value" : [457, 258]}`,
    );
  }
  const before = (place.before as number[] | undefined) ?? [];
  const ids = entry.value.map(Number);
  for (const id of ids.filter((one) => !before.includes(one))) {
    const file = usable(viewer.world, id);
    if (file.artifactId !== null && file.artifactId !== artifact?.id) {
      throw new Refusal(
        problem(500, `File #${id} is already linked to artifact #${file.artifactId}`),
      );
    }
    if (file.submittedBy !== viewer.user?.id) {
      throw new Refusal(problem(404, `File #${id} not found`));
    }
  }
  return { value: [...new Set(ids)] };
}
