import { afterEach, expect, test } from 'vitest';
import { beginSession, endSession, type Session } from './session';

const connection = { label: 'X', url: '', color: 'teal', kind: 'tuleap' } as const;
const anna: Session = {
  connection: { ...connection, id: 'one' },
  person: { id: 102, username: 'anna', realName: 'Anna' },
};
const key = { way: 'accessKey', key: 'tlp-k1-1.abc' } as const;

/** Every `…Query`, as it is found; Blueprint is another server, with a scope of its own. */
const modules = import.meta.glob<Record<string, unknown>>(
  ['./**/*.ts', '!./blueprint/**', '!./**/*.test.ts'],
  {
    eager: true,
  },
);
const queries = Object.entries(modules)
  .flatMap(([, module]) => Object.entries(module))
  .filter(([name, value]) => /^(?!encode).*Query$/.test(name) && typeof value === 'function')
  .map(([name, value]) => [name, value as (...facts: unknown[]) => unknown] as const);

afterEach(() => {
  endSession();
});

/** The key of a query; what it is asked about does not matter here. */
function keyOf(query: (...facts: unknown[]) => unknown): readonly unknown[] {
  const made = query([7], 7) as { queryKey: readonly unknown[] };
  return made.queryKey;
}

test('Security: there are queries to look at', () => {
  expect(queries.length).toBeGreaterThan(10);
});

test.each(queries)('Security: %s is kept apart by server and by person', (_, query) => {
  beginSession(anna, key);
  expect(keyOf(query).slice(0, 2)).toEqual(['one', 102]);
  beginSession({ ...anna, person: { ...anna.person, id: 103 } }, key);
  expect(keyOf(query).slice(0, 2)).toEqual(['one', 103]);
  beginSession({ ...anna, connection: { ...anna.connection, id: 'two' } }, key);
  expect(keyOf(query).slice(0, 2)).toEqual(['two', 102]);
  expect(JSON.stringify(keyOf(query))).not.toContain('tlp-k1');
});
