/**
 * What a sandbox world is made of. Written after the reference (shared/reference/tuleap) and the recorded answers,
 * never after the client: nothing here is imported by `src`, and nothing of `src` is imported here.
 */

import type { Network } from './network/names';

export interface SandboxUser {
  id: number;
  username: string;
  realName: string;
  email: string;
  password: string;
  /** Whole key, e.g. `tlp-k1-1.annaannaanna`. */
  accessKey: string;
  isSiteAdmin: boolean;
  status: 'A' | 'R' | 'S';
  /** For the connect page of the sandbox. */
  role: string;
  note: string;
}

/** `id` as in REST: `"122_3"` for dynamic groups, `"102"` for static ones. */
export interface SandboxGroup {
  id: string;
  projectId: number;
  label: string;
  shortName: string;
  key: string;
  memberIds: number[];
}

export interface SandboxProject {
  id: number;
  label: string;
  shortname: string;
  description: string;
  icon: string;
  access: 'unrestricted' | 'public' | 'private' | 'private-wo-restr';
  status: 'active' | 'suspended' | 'pending' | 'deleted';
  isTemplate: boolean;
  /** Sub-collections that this project announces in `resources`. */
  services: string[];
  groups: SandboxGroup[];
  /** Values of the platform's project fields, by field id. */
  fieldValues?: Record<number, string>;
}

export interface ListValue {
  id: number | string;
  label: string;
  isHidden: boolean;
  /** TLP colour name, e.g. `fiesta-red`, or ''. */
  color: string;
}

/** One element of a tracker; containers and static elements included. `type` is a REST code (trackers.md §2.1). */
export interface SandboxField {
  id: number;
  name: string;
  label: string;
  description: string;
  type: string;
  isRequired: boolean;
  isCollapsed: boolean;
  parentId: number | null;
  /** Group ids (REST) that may read / submit / update; `"1"` anonymous, `"2"` registered. */
  permissions: { read: string[]; create: string[]; update: string[] };
  bind?: { type: 'static' | 'users' | 'ugroups'; groups: string[] };
  values?: ListValue[];
  defaultValue?: unknown;
  isTimeDisplayed?: boolean;
  specific?: Record<string, unknown>;
}

export interface SandboxTransition {
  id: number;
  fromId: number | null;
  toId: number;
  notEmptyFieldIds: number[];
  isCommentRequired: boolean;
}

export interface SandboxTracker {
  id: number;
  projectId: number;
  label: string;
  itemName: string;
  description: string;
  colorName: string;
  fields: SandboxField[];
  semantics: {
    title?: number;
    description?: number;
    contributor?: number;
    status?: { fieldId: number; openValueIds: number[] };
  };
  workflow: {
    fieldId: number;
    isUsed: boolean;
    transitions: SandboxTransition[];
    /** What a state takes away: fields that cannot be changed in it, fieldsets that are not shown. */
    states?: { valueId: number; frozenFieldIds: number[]; hiddenFieldsetIds: number[] }[];
  } | null;
  dependencies: {
    sourceFieldId: number;
    sourceValueId: number;
    targetFieldId: number;
    targetValueId: number;
  }[];
  linkTypes: { shortname: string; forward: string; reverse: string }[];
  adminGroupIds: string[];
  parentTrackerId: number | null;
}

export interface TextContent {
  content: string;
  format: 'text' | 'html' | 'commonmark';
}

export interface ForwardLink {
  id: number;
  type: string;
}

/**
 * Stored value of one field, by REST type: string → string · text → TextContent · int/float → number|null ·
 * date → ISO instant or `YYYY-MM-DD`, null when empty · lists → ids (static ids, user ids, group ids) ·
 * tbl → ids (`number` or `"o12"`) · file → file ids · art_link → ForwardLink[] · perm → group ids ·
 * computed → {isAutocomputed, manual}.
 */
export type StoredValue = unknown;

export interface SandboxChangeset {
  id: number;
  submittedBy: number;
  /** Unix seconds: the server knows no finer time. */
  submittedOn: number;
  comment: TextContent;
  /** The groups that may read a private comment; absent where everybody may. REST cannot set it. */
  readers?: readonly string[];
  /** Full snapshot by field id. */
  values: ReadonlyMap<number, StoredValue>;
}

export interface SandboxArtifact {
  id: number;
  trackerId: number;
  changesets: SandboxChangeset[];
  isDeleted: boolean;
}

export interface SandboxFile {
  id: number;
  name: string;
  type: string;
  description: string;
  submittedBy: number;
  bytes: Uint8Array;
  /** Null while it is a temporary file. */
  artifactId: number | null;
  chunks: number;
}

export interface SandboxRepository {
  id: number;
  projectId: number;
  name: string;
  isDeleted: boolean;
  settings: {
    isReferenceMandatory: boolean;
    isMessageChangeAllowed: boolean;
    immutablePaths: string[];
    immutableWhitelist: string[];
    accessFile: string;
    hasDefaultPermissions: boolean;
    notifications: {
      path: string;
      emails: string[];
      users: number[];
      groups: string[];
    }[];
  };
}

/** A personal access key; times in Unix seconds. `identifier` is the whole secret. */
export interface SandboxAccessKey {
  id: number;
  userId: number;
  identifier: string;
  description: string;
  scopes: string[];
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
}

export interface SandboxService {
  id: number;
  name: string;
  label: string;
  url: string;
  icon: string;
  isEnabled: boolean;
}

/** What a fault does instead of the right answer. */
export type FaultAnswer =
  | 'drop-after-write'
  | 'hang'
  | 'offline'
  | {
      status: number;
      body?: unknown;
      /** Content type; the body is then sent as it is. */
      type?: string;
      headers?: Record<string, string>;
    }
  /** The right answer, later or only in part. */
  | { delay: number }
  | { cutAt: number };

export interface ArmedFault {
  /**
   * `PUT artifacts/431`, `GET artifacts/*`, `* *`: method, blank, path below `/api/` with `*` as wild card. `LINK` for the
   * write of a link of that artifact which a save of another one brings along.
   */
  match: string;
  answer: FaultAnswer;
  times: number;
}

export interface World {
  name: string;
  users: SandboxUser[];
  projects: Map<number, SandboxProject>;
  trackers: Map<number, SandboxTracker>;
  artifacts: Map<number, SandboxArtifact>;
  files: Map<number, SandboxFile>;
  repositories: Map<number, SandboxRepository>;
  /** token → user id and end of life (Unix seconds). */
  tokens: Map<string, { userId: number; endsAt: number }>;
  preferences: Map<string, string>;
  accessKeys: Map<number, SandboxAccessKey>;
  /** Services by project; where a project has no entry, they follow from its `services`. */
  services: Map<number, SandboxService[]>;
  /** Message by project. */
  banners: Map<number, string>;
  armedFaults: ArmedFault[];
  /** What stands in front of every host of this world (`POST /sandbox/network`). */
  networks: Network[];
  /** User id → how many calls are still refused with 401 (`POST /sandbox/expire`). */
  refusals: Map<number, number>;
  nextId: Record<
    | 'artifact'
    | 'changeset'
    | 'file'
    | 'repository'
    | 'project'
    | 'token'
    | 'accessKey'
    | 'group'
    | 'service',
    number
  >;
  /** Milliseconds by which this world is ahead of the real time (`POST /sandbox/clock`). */
  clockOffset: number;
  /** Unix milliseconds; tests may move it. */
  now(): number;
}

/** What a resource handler gets: the request is already authenticated. */
export interface Call {
  world: World;
  user: SandboxUser | null;
  method: string;
  /** Path below `/api/`, split: `['artifacts', '12', 'changesets']`. */
  parts: string[];
  query: URLSearchParams;
  /** Parsed JSON body, `undefined` when there is none. */
  body: unknown;
  request: Request;
}

/** A call outside `/api` (uploads, attachment downloads): body unread, user null when the credentials fail. */
export interface SiteCall {
  world: World;
  user: SandboxUser | null;
  url: URL;
  request: Request;
}

export type SiteHandler = (call: SiteCall) => Response | undefined | Promise<Response | undefined>;

/** A handler answers the calls of its routes; `undefined` means "not one of mine". */
export type Handler = (call: Call) => Response | undefined | Promise<Response | undefined>;
