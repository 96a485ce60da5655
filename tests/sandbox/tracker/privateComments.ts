import type { SandboxChangeset, SandboxTracker, TextContent } from '../model';
import { isInGroup, isTrackerAdmin, type Viewer } from './access';

/**
 * The groups of a private comment that the viewer is told of: all of them for administrators, else those that he belongs
 * to (artifacts.md §6). Null where everybody may read it.
 */
export function readersSeen(
  viewer: Viewer,
  tracker: SandboxTracker,
  { readers }: SandboxChangeset,
): readonly string[] | null {
  if (!readers) return null;
  if (isTrackerAdmin(viewer, tracker)) return readers;
  return readers.filter((id) => isInGroup(viewer, tracker.projectId, id));
}

/** The comment as the viewer may read it: none where it is private to groups of others (recorded: changesets/24 and 25). */
export function commentSeen(
  viewer: Viewer,
  tracker: SandboxTracker,
  changeset: SandboxChangeset,
): TextContent {
  const readers = readersSeen(viewer, tracker, changeset);
  return readers?.length === 0 ? { content: '', format: 'text' } : changeset.comment;
}
