import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { KeptRecord, Slot } from '~/kept/record';
import { drop, keep, readSlot } from '~/kept/store';
import { useToasts } from '~/ui/overlay/toasts';
import { refuseWrites, withStorage } from '../../tests/fixtures/browserStorage';
import { discard } from './discard';

withStorage();

const slot: Slot = { kind: 'drafts', profile: ['acme', 102], id: 'artifact 431' };

async function keepDraft(comment: string): Promise<KeptRecord[]> {
  const parts = new Map<string, unknown>([
    ['head', comment],
    ['comment', comment],
  ]);
  await keep(slot, { changed: parts, all: () => parts });
  return lying();
}

async function lying(): Promise<KeptRecord[]> {
  const there = await readSlot(slot);
  return 'value' in there ? [...there.value.values()] : [];
}

const bodies = async () => (await lying()).map(({ body }) => body);

/** The newest toast, as a person sees it. */
function newest() {
  const { result } = renderHook(useToasts);
  return {
    text: () => result.current.at(-1)?.text,
    act: () => result.current.at(-1)?.action?.onSelect(),
  };
}

test('E15: undoing a discard never mixes the draft with one that was begun meanwhile; that one gone, it comes back', async () => {
  const toasts = newest();
  await discard(slot, 'req #431', await keepDraft('first'));
  expect(await bodies()).toEqual([]);
  await keepDraft('second');
  toasts.act();
  await waitFor(() => expect(toasts.text()).toMatch(/a newer draft of req #431/));
  expect(await bodies()).toEqual(['second', 'second']);
  await drop(slot);
  toasts.act();
  await waitFor(async () => expect(await bodies()).toEqual(['first', 'first']));
});

test('E15: a storage that takes nothing back says so, and undo stays', async () => {
  const toasts = newest();
  await discard(slot, 'req #431', await keepDraft('first'));
  refuseWrites('QuotaExceededError');
  toasts.act();
  await waitFor(() => expect(toasts.text()).toMatch(/could not be put back/));
});
