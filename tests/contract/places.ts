import * as z from 'zod/mini';
import { projectsSchema } from '~/api/projects';
import { trackerArtifactsSchema } from '~/api/trackerArtifacts';
import { projectTrackersSchema } from '~/api/trackers';
import { ask, type Server } from './server';

/** Where the assertions look: the first project of the person that has a tracker with artifacts. */
export interface Places {
  projectId: number;
  trackerId: number;
  artifactId: number;
}

/** Finds them by reading. Throws a sentence when this person sees no artifact at all. */
export async function findPlaces(server: Server): Promise<Places> {
  const mine = encodeURIComponent(JSON.stringify({ is_member_of: true }));
  const projects = await ask(server, `projects?limit=50&query=${mine}`);
  for (const { id: projectId } of z.parse(projectsSchema, projects.body)) {
    const list = await ask(
      server,
      `projects/${projectId}/trackers?representation=minimal&limit=50`,
    );
    if (list.status !== 200) continue;
    for (const { id: trackerId } of z.parse(projectTrackersSchema, list.body)) {
      const page = await ask(server, `trackers/${trackerId}/artifacts?limit=1`);
      const [artifact] = page.status === 200 ? z.parse(trackerArtifactsSchema, page.body) : [];
      if (artifact) return { projectId, trackerId, artifactId: artifact.id };
    }
  }
  throw new Error(`${server.name}: this person is member of no project with artifacts`);
}
