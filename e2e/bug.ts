import type { Page } from 'playwright/test';
import type { listen } from './sandbox';

/** The bug that is edited, and its tracker. */
export const BUG = 701;
export const bugs = 82;

/** What a save sends. */
export interface SentEntry {
  field_id: number;
  [key: string]: unknown;
}
export interface SentBody {
  values: SentEntry[];
  comment?: { body: string; format: string };
}

/** The bodies of the PUTs to an artifact. */
export function bodies(calls: ReturnType<typeof listen>, id: number): SentBody[] {
  return calls(`PUT artifacts/${id}`).map((request) => request.postDataJSON() as SentBody);
}

export const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
export const saved = (page: Page) => page.getByText(/^Saved as changeset \d+/);
