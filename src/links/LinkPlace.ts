import { createContext } from 'react';

/** Where the links around start from. */
export interface LinkPlaceFacts {
  /** Null while the artifact is only being written. */
  artifactId: number | null;
  tracker: { id: number; label: string };
  projectId: number;
}

/** The artifact whose page shows the links; null outside of one (a table, a test of one value). */
export const LinkPlace = createContext<LinkPlaceFacts | null>(null);
