import type { SandboxArtifact, SandboxChangeset, SandboxField, SandboxTracker } from '../../model';
import type { Viewer } from '../access';

/** Where a value is read: one field of one changeset. */
export interface ValuePlace {
  viewer: Viewer;
  tracker: SandboxTracker;
  artifact: SandboxArtifact;
  changeset: SandboxChangeset;
  field: SandboxField;
}

/** What a type of field adds to an entry of `values`. */
export type Shape = Record<string, unknown>;
