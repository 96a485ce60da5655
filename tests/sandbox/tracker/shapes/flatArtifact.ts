import { refuse } from '../../http';
import type { SandboxArtifact, SandboxField } from '../../model';
import type { Viewer } from '../access';
import { lastChangeset } from '../artifacts';
import { isList } from '../fields';
import { trackerOf } from './artifactRepresentation';
import { valueRepresentation } from './valueRepresentation';

export type FlatStyle = 'flat' | 'flat_with_semicolon_string_array';

export const flatStyles: readonly [FlatStyle, FlatStyle] = [
  'flat',
  'flat_with_semicolon_string_array',
];

const plainTypes = new Set([
  ...['string', 'int', 'float', 'date', 'aid', 'atid', 'priority', 'subon', 'lud'],
]);

type Shape = Readonly<Record<string, unknown>>;

const isNamed = (value: unknown): value is { label?: string; display_name?: string } =>
  typeof value === 'object' && value !== null;

/** Labels of a list, display names of people; "nobody" is no label. */
function labels(shape: Shape): string[] {
  const values = (shape.values ?? shape.bind_value_objects ?? []) as unknown[];
  return values.filter(isNamed).flatMap((value) => {
    if ((value as { is_anonymous?: boolean }).is_anonymous) return [];
    return [value.label ?? value.display_name ?? ''];
  });
}

function joined(found: readonly string[], style: FlatStyle): unknown {
  if (style === 'flat') return found;
  if (found.some((label) => label.includes(';'))) refuse(400, 'A label contains a semicolon');
  return found.join(';');
}

function flatValue(field: SandboxField, shape: Shape, style: FlatStyle): unknown {
  if (plainTypes.has(field.type)) return shape.value;
  if (isList(field.type) || field.type === 'tbl') return joined(labels(shape), style);
  if (field.type === 'text') return String(shape.post_processed_value).replace(/<[^>]*>/g, '');
  if (field.type === 'computed') return shape.manual_value ?? shape.value;
  if (field.type === 'subby' || field.type === 'luby') {
    return isNamed(shape.value) ? shape.value.display_name : null;
  }
  return undefined;
}

/** One artifact as a plain object keyed by field name; types without a flat form are left out (queries.md §3). */
export function flatArtifact(
  viewer: Viewer,
  artifact: SandboxArtifact,
  shape: { style: FlatStyle; columns: readonly string[] | null },
): Record<string, unknown> {
  const tracker = trackerOf(viewer, artifact);
  const changeset = lastChangeset(artifact);
  const entries = tracker.fields.flatMap((field) => {
    if (shape.columns && !shape.columns.includes(field.name)) return [];
    const value = valueRepresentation({ viewer, tracker, artifact, changeset, field });
    const flat = value && flatValue(field, value, shape.style);
    return flat === undefined ? [] : [[field.name, flat] as const];
  });
  return Object.fromEntries(entries);
}
