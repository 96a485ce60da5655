import { linksOfOthers } from './linksOfOthers';
import { copy, create } from './operations/creating';
import { move, remove } from './operations/ending';
import { attach, comment, links, saveFields } from './operations/saving';
import { makeOne, removeRepository, saveSettings } from './operations/settings';
import type { Operation } from './wish';

export const operations: readonly Operation[] = [
  linksOfOthers,
  ...[saveFields, comment, links, attach, create, copy, move, remove],
  ...[saveSettings, makeOne, removeRepository],
];

export function operationNamed(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`No operation ${name}`);
  return found;
}
