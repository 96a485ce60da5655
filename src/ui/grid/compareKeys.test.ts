import { expect, test } from 'vitest';
import { compareKeys } from './compareKeys';

test('Numbers inside texts count, capitals do not scatter, numbers come before texts', () => {
  const keys = ['T-10', 'ärger', 't-9', 'Zebra', 3, 'apfel', 20];
  expect([...keys].sort(compareKeys)).toEqual([3, 20, 'apfel', 'ärger', 't-9', 'T-10', 'Zebra']);
});
