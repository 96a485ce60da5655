/** What the sandbox's Blueprint is made of, after shared/reference/blueprint/list-artifacts.md; nothing of it can be written. */

export interface Reader {
  username: string;
  realName: string;
  password: string;
  id: number;
  /** For the sign-in panel. */
  role: string;
  note: string;
  /** Without one, the list is a 403. */
  hasLicence: boolean;
}

export interface SourceProject {
  id: number;
  name: string;
  description: string;
  location: string;
  /** False: `*` stands in place of the total. */
  isTotalKnown: boolean;
  /** Answers 500 to everything about its artifacts. */
  isBroken?: boolean;
  artifacts: SourceArtifact[];
}

export interface SourceTrace {
  type: 'Parent' | 'Child' | 'Manual' | 'Reuse' | 'Other';
  direction: 'To' | 'From' | 'TwoWay';
  projectId: number;
  artifactId: number;
  isSuspect: boolean;
}

export interface SourceAttachment {
  id: number;
  fileName: string;
  bytes: Uint8Array;
  type: string;
}

export type SourceProperty = {
  typeId: number;
  name: string;
  isReadOnly?: boolean;
} & (
  | { kind: 'Text'; text: string; isRich: boolean }
  | { kind: 'Number'; number: number }
  | { kind: 'Date'; date: string }
  | { kind: 'Choice'; choices: string[] }
  | { kind: 'User'; people: { type: 'User' | 'Group'; id: number; name: string }[] }
);

export interface SourceComment {
  id: number;
  text: string;
  status: string;
  isClosed: boolean;
  modified: string;
  author: { id: number; name: string };
}

export interface SourceArtifact {
  id: number;
  name: string;
  projectId: number;
  version: number;
  parentId: number;
  typeId: number;
  typeName: string;
  baseType: string;
  /** The copy made by Reuse: its attachments and references are not its own. */
  isReuseCopy: boolean;
  traces: SourceTrace[];
  attachments: SourceAttachment[];
  properties: SourceProperty[];
  comments: SourceComment[];
  isLocked: boolean;
  /** Left out of this person's answers, page by page, while the total still counts it. */
  hiddenFrom: string | null;
}
