import type { SandboxField, SandboxTracker, StoredValue, TextContent } from '../../model';
import { isAutomatic, isStatic } from '../fields';
import type { Feedback } from './problems';

export function isEmptyValue(value: StoredValue): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'content' in value && (value as TextContent).content === '';
}

type Values = ReadonlyMap<number, StoredValue>;

export interface Write {
  tracker: SandboxTracker;
  before: Values;
  after: Values;
  comment: string;
  feedback: Feedback;
}

/** A required field that the state of after leaves empty (recorded artifacts/30, 132). */
export function checkRequired({ tracker, after, feedback }: Write): void {
  for (const field of tracker.fields) {
    if (!field.isRequired || isStatic(field.type) || isAutomatic(field.type)) continue;
    if (isEmptyValue(after.get(field.id))) {
      feedback.add(`The field ${field.label} (${field.name}) is required.`);
    }
  }
}

const firstId = (values: Values, fieldId: number): number | null =>
  (values.get(fieldId) as number[] | undefined)?.[0] ?? null;

function labelOf(field: SandboxField | undefined, id: number | null): string {
  return field?.values?.find((value) => value.id === id)?.label ?? 'None';
}

/** The workflow lets only its transitions pass, and each may ask for fields and a comment (recorded artifacts/147). */
export function checkWorkflow({ tracker, before, after, comment, feedback }: Write): void {
  const { workflow } = tracker;
  if (!workflow?.isUsed) return;
  const from = firstId(before, workflow.fieldId);
  const to = firstId(after, workflow.fieldId);
  if (from === to) return;
  const field = tracker.fields.find((candidate) => candidate.id === workflow.fieldId);
  const transition = workflow.transitions.find((one) => one.fromId === from && one.toId === to);
  if (!transition) {
    feedback.add(`The transition to the value "${labelOf(field, to)}" is not valid.`);
    return;
  }
  for (const id of transition.notEmptyFieldIds) {
    const needed = tracker.fields.find((candidate) => candidate.id === id);
    if (needed && isEmptyValue(after.get(id))) {
      feedback.add(
        `Invalid condition: the field ${needed.label} (${needed.name}) must not be empty`,
      );
    }
  }
  if (transition.isCommentRequired && comment.trim() === '') {
    feedback.add('Comment must not be empty');
  }
}

/** "None" as a source of rules. */
const NONE = 100;

/**
 * Field dependencies: the pair of a source and a target value must be one that is allowed. Rule and sentence after Tuleap's
 * own TrackerRulesListValidator, as no recording has a tracker with dependencies; None as the target passes, as it did in
 * the versions before it wanted a rule of its own.
 */
export function checkDependencies({ tracker, before, after, feedback }: Write): void {
  const pairs = new Map(
    tracker.dependencies.map((rule) => [`${rule.sourceFieldId} ${rule.targetFieldId}`, rule]),
  );
  for (const { sourceFieldId, targetFieldId } of pairs.values()) {
    const source = firstId(after, sourceFieldId);
    const target = firstId(after, targetFieldId);
    const isSame =
      firstId(before, sourceFieldId) === source && firstId(before, targetFieldId) === target;
    if (isSame || target === null) continue;
    const isAllowed = tracker.dependencies.some(
      (rule) => rule.sourceValueId === (source ?? NONE) && rule.targetValueId === target,
    );
    if (isAllowed) continue;
    const [a, b] = [sourceFieldId, targetFieldId].map((id) =>
      tracker.fields.find((field) => field.id === id),
    );
    const pair = `${a?.label}(${labelOf(a, source)}) -> ${b?.label}(${labelOf(b, target)})`;
    const where = `${tracker.label} (#${tracker.id})`;
    feedback.add(`Global rules are not respected in tracker ${where} - ${pair}`);
  }
}
