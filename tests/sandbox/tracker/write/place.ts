import type { SandboxArtifact, SandboxField, SandboxTracker, StoredValue } from '../../model';
import type { Viewer } from '../access';
import type { Feedback } from './problems';

/** One entry of `values` with all that its reading depends on. */
export interface WritePlace {
  viewer: Viewer;
  tracker: SandboxTracker;
  field: SandboxField;
  feedback: Feedback;
  kind: 'create' | 'update';
  /** Undefined while it is being created. */
  artifact: SandboxArtifact | undefined;
  /** The stored value before the write. */
  before: StoredValue;
}

export type Entry = Readonly<Record<string, unknown>> & { field_id: number };

/** What a parser gives: a value to store, or nothing where the entry is ignored or was complained about. */
export type Parsed = { value: StoredValue } | undefined;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
