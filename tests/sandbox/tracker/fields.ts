import type { SandboxField, SandboxTracker } from '../model';

const containers = new Set(['fieldset', 'column']);
const decorations = new Set(['linebreak', 'separator', 'staticrichtext']);
const automatic = new Set([
  ...['aid', 'atid', 'priority', 'subby', 'luby', 'subon', 'lud', 'cross', 'burndown', 'burnup'],
]);
const lists = new Set(['sb', 'rb', 'msb', 'cb']);

export const isContainer = (type: string): boolean => containers.has(type);
/** Containers and static elements: they hold no value. */
export const isStatic = (type: string): boolean => containers.has(type) || decorations.has(type);
/** Read-only types: the server fills them. */
export const isAutomatic = (type: string): boolean => automatic.has(type);
/** Lists with a fixed offer (open lists apart). */
export const isList = (type: string): boolean => lists.has(type);
export const isSingleList = (type: string): boolean => type === 'sb' || type === 'rb';

export function fieldById(
  tracker: SandboxTracker,
  id: number | undefined,
): SandboxField | undefined {
  return tracker.fields.find((field) => field.id === id);
}

export function linkField(tracker: SandboxTracker): SandboxField | undefined {
  return tracker.fields.find((field) => field.type === 'art_link');
}

export function permissionField(tracker: SandboxTracker): SandboxField | undefined {
  return tracker.fields.find((field) => field.type === 'perm');
}
