import { afterEach, beforeEach, expect, vi } from 'vitest';

/** What a person would find in the console is a fault of ours: React's warnings come this way too. */
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      said.push(`console.${method}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  expect(said).toEqual([]);
});
