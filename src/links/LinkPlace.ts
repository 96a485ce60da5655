import { createContext } from 'react';

/** Where the links around start from. */
export interface LinkPlaceFacts {
  /** Null while the artifact is only being written. */
  artifactId: number | null;
  /** `parentId`, where it is known: the tracker whose artifacts are the parents of its own. */
  tracker: { id: number; label: string; parentId?: number | null };
  projectId: number;
}

/** The artifact whose page shows the links; null outside of one (a table, a test of one value). */
export const LinkPlace = createContext<LinkPlaceFacts | null>(null);
