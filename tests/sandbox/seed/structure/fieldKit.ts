import type { ListValue, SandboxField } from '../../model';

/** One element of a tracker as the seed writes it; ids and parents are given by `layOut`. */
export interface ElementPlan
  extends Partial<Omit<SandboxField, 'id' | 'parentId' | 'values' | 'type' | 'name' | 'label'>> {
  type: string;
  name: string;
  label: string;
  /** `[label, colour?, 'hidden'?]`. */
  options?: readonly (readonly [string, string?, 'hidden'?])[];
  children?: readonly ElementPlan[];
}

const readOnlyTypes = new Set([
  ...['aid', 'atid', 'priority', 'subby', 'luby', 'subon', 'lud', 'cross', 'burndown', 'burnup'],
  ...['fieldset', 'column', 'linebreak', 'separator', 'staticrichtext'],
]);

/** The rights that a new tracker gives: everyone reads, registered people submit, members update. */
function usualRights(type: string, projectId: number): SandboxField['permissions'] {
  if (readOnlyTypes.has(type)) return { read: ['1'], create: [], update: [] };
  return { read: ['1'], create: ['2'], update: [`${projectId}_3`] };
}

function valuesOf(fieldId: number, options: ElementPlan['options']): ListValue[] | undefined {
  return options?.map(([label, color = '', hidden], index) => ({
    id: fieldId * 100 + index + 1,
    label,
    isHidden: hidden === 'hidden',
    color,
  }));
}

/**
 * Gives ids to a nested plan, in reading order: field n of tracker 81 is 8100 + n, its value m is that times 100 + m,
 * so that a number met in a request says where it comes from.
 */
export function layOut(
  place: { trackerId: number; projectId: number },
  plans: readonly ElementPlan[],
): SandboxField[] {
  const fields: SandboxField[] = [];
  const add = (plan: ElementPlan, parentId: number | null): void => {
    const id = place.trackerId * 100 + fields.length + 1;
    const { children, options, ...own } = plan;
    const values = valuesOf(id, options);
    fields.push({
      description: '',
      isRequired: false,
      isCollapsed: false,
      permissions: usualRights(plan.type, place.projectId),
      ...(values ? { values, bind: { type: 'static' as const, groups: [] } } : {}),
      ...own,
      id,
      parentId,
    });
    for (const child of children ?? []) add(child, id);
  };
  for (const plan of plans) add(plan, null);
  return fields;
}

/** The field of that name; a seed that asks for another one is wrong. */
export function fieldNamed(fields: readonly SandboxField[], name: string): SandboxField {
  const field = fields.find((one) => one.name === name);
  if (!field) throw new Error(`No field ${name} in this tracker`);
  return field;
}

/** The id of the static value with that label. */
export function valueId(fields: readonly SandboxField[], name: string, label: string): number {
  const value = fieldNamed(fields, name).values?.find((one) => one.label === label);
  if (typeof value?.id !== 'number') throw new Error(`No value ${label} in ${name}`);
  return value.id;
}

export const usualLinkTypes = [
  { shortname: '_is_child', forward: 'Child', reverse: 'Parent' },
  { shortname: '_covered_by', forward: 'Covered by', reverse: 'Covers' },
  { shortname: 'blocks', forward: 'Blocks', reverse: 'Blocked by' },
  { shortname: 'fixed_in', forward: 'Fixed in', reverse: 'Fixes' },
  { shortname: 'relates_to', forward: 'Relates to', reverse: 'Related from' },
];
