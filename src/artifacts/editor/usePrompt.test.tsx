import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { createDraft, type Draft } from '~/saving/draft/draft';
import { emptyDraft } from '~/saving/draft/draftState';
import { conditionOf } from '~/saving/machine/condition';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { anna, ben, changeset, effort, snapshot, title } from '../../../tests/fixtures/snapshots';
import { usePrompt } from './usePrompt';

beforeEach(beSignedIn);

function promptsOf(draft: Draft) {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => usePrompt(draft), { wrapper });
  return () => result.current;
}

/** A page whose save found a newer version: the prompt is open. */
function asked() {
  const draft = createDraft(snapshot(10));
  draft.set(effort, '8');
  draft.setComment({ body: 'Said once', format: 'commonmark' });
  const prompts = promptsOf(draft);
  const theirs = snapshot(20, { effort: 13 });
  const { base } = draft.state();
  const outcome = { kind: 'conflict', base, theirs, since: [] } as const;
  const sent = draft.state();
  act(() => prompts().afterSave({ outcome, sent, others: [], isBehind: false, again: null }));
  return { draft, theirs, prompts };
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

test('X8: what comes into the draft while it is asked for what a save had replaced is not lost with the answer', () => {
  const over = snapshot(10);
  const onto = snapshot(10, { effort: 8 });
  const draft = createDraft(onto);
  const prompts = promptsOf(draft);
  const change = { values: [{ field_id: effort.field_id, value: 8 }] };
  const facts = { joined: [], isPhantom: false };
  const attempt = { over, condition: conditionOf(over), change, ...facts };
  act(() =>
    prompts().putBack({
      ...{ kind: 'saved', how: 'answered', news: { version: onto, since: [] }, attempt, ...facts },
      changeset: changeset(12, { by: anna, second: 10, held: { effort: 8 } }),
      overtaken: [changeset(11, { by: ben, second: 10, held: { effort: 13 } })],
      despite: null,
    }),
  );
  expect(prompts().prompt?.onto).toBe(onto);
  // As an upload does that ends by now.
  act(() => draft.set(title, 'Came meanwhile'));
  act(() => prompts().take({ ...emptyDraft(onto), values: new Map([[effort.field_id, '13']]) }));
  expect(draft.value(effort)).toBe('13');
  expect(draft.value(title)).toBe('Came meanwhile');
});
