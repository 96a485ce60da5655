import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readSearch, withSearch } from './searchParams';

const schema = z.object({
  q: z.catch(z.string(), ''),
  scope: z.catch(z.enum(['all', 'member']), 'all'),
});

test('P1: a bad address gives the plain page', () => {
  expect(readSearch(schema, new URLSearchParams('scope=nobody&__proto__=1&other=2'))).toEqual({
    q: '',
    scope: 'all',
  });
});

test('P1: what the address says is read; of a repeated key the first counts', () => {
  expect(readSearch(schema, new URLSearchParams('q=a%20b&q=c&scope=member'))).toEqual({
    q: 'a b',
    scope: 'member',
  });
});

test('P1: empty values leave the address, unknown keys stay in it', () => {
  const next = withSearch(new URLSearchParams('q=a&x=1&scope=member'), { q: '', scope: 'all' });
  expect(next.toString()).toBe('x=1&scope=all');
});
