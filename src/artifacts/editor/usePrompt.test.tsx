import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { createDraft } from '~/saving/draft/draft';
import { emptyDraft } from '~/saving/draft/draftState';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { effort, snapshot } from '../../../tests/fixtures/snapshots';
import { usePrompt } from './usePrompt';

beforeEach(beSignedIn);

/** A page whose save found a newer version: the prompt is open. */
function asked() {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  draft.setComment({ body: 'Said once', format: 'commonmark' });
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => usePrompt(draft), { wrapper });
  const theirs = snapshot(20, { effort: 13 });
  const { base } = draft.state();
  const outcome = { kind: 'conflict', base, theirs, since: [] } as const;
  const sent = draft.state();
  act(() => result.current.afterSave({ outcome, sent, others: [], isBehind: false, again: null }));
  return { draft, theirs, prompts: () => result.current };
}

test('E16: a prompt ends when the draft is freed under it of what a killed save had stored', () => {
  const { draft, prompts } = asked();
  expect(prompts().prompt?.draft.comment.body).toBe('Said once');
  // The same version as the prompt has, read by itself.
  act(() => draft.become(emptyDraft(snapshot(20, { effort: 13 }))));
  expect(prompts().prompt).toBeNull();
});

test('X3: what was decided stays in view while it is sent, and another tab’s keys do not close it', () => {
  const { draft, theirs, prompts } = asked();
  act(() => draft.become({ ...draft.state(), base: snapshot(10) }));
  expect(prompts().prompt).not.toBeNull();
  act(() => prompts().take({ ...draft.state(), base: theirs }));
  expect(prompts().prompt).not.toBeNull();
});
