import { QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { createQueryClient } from '~/api/queryClient';
import type { Field, Workflow } from '~/api/trackers';
import { createDraft } from '~/saving/draft/draft';
import { changeOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { field, fullTracker, snapshot } from '../../tests/fixtures/snapshots';
import { ConflictReview } from './ConflictReview';
import { useReview } from './useReview';

const choice = (id: number, label: string) => ({ id, label, is_hidden: false, value_color: '' });
const list = (id: number, label: string, labels: readonly string[]): Field =>
  field(id, label, {
    type: 'sb',
    bindings: { type: 'static', list: [] },
    values: labels.map((text, index) => choice(id * 10 + index, text)),
  });

// Status New 200, Open 201, Closed 202; Product A 210, B 211; Version 1 220, 2 221.
const status = list(20, 'Status', ['New', 'Open', 'Closed']);
const product = list(21, 'Product', ['A', 'B']);
const version = list(22, 'Version', ['1', '2']);

const workflow: Workflow = {
  field_id: 20,
  is_used: '1',
  is_legacy: false,
  is_advanced: false,
  rules: {
    dates: [],
    lists: [
      { source_field_id: 21, source_value_id: 210, target_field_id: 22, target_value_id: 220 },
      { source_field_id: 21, source_value_id: 211, target_field_id: 22, target_value_id: 221 },
    ],
  },
  transitions: [
    { id: 2, from_id: 200, to_id: 201 },
    { id: 3, from_id: 200, to_id: 202 },
  ],
};

function versionOf(second: number, chosen: readonly [number, number, number]): ArtifactSnapshot {
  const base = snapshot(second);
  const fields = [status, product, version];
  const values = fields.map((of, index) => ({
    field_id: of.field_id,
    type: of.type,
    label: of.label,
    values: [],
    bind_value_ids: [chosen[index]],
  }));
  const tracker = fullTracker(fields, { workflow });
  return { ...base, fields, tracker, artifact: { ...base.artifact, values } };
}

const client = createQueryClient();
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

function review(
  mine: (draft: ReturnType<typeof createDraft>) => void,
  theirs: readonly [number, number, number],
) {
  const draft = createDraft(versionOf(10, [200, 210, 220]));
  mine(draft);
  const sides = { draft: draft.state(), theirs: versionOf(20, theirs) };
  return renderHook(() => useReview(sides), { wrapper }).result;
}

const row = (of: ReturnType<typeof review>, label: string) => {
  const found = of.current.rows.find(({ field }) => field.label === label);
  if (!found) throw new Error(`no row ${label}`);
  return found;
};

test('X3: what their status does not allow any more is told with the choice, and not sent', () => {
  const result = review((draft) => draft.set(status, [{ id: 201 }]), [202, 210, 220]);
  act(() => result.current.decide(row(result, 'Status'), 'mine', [{ id: 201 }]));
  expect(result.current.problems.get(20)).toContain(
    'From Closed the workflow does not lead to Open',
  );
  act(() => expect(result.current.finish()).toBeNull());
  act(() => result.current.decide(row(result, 'Status'), 'theirs', [{ id: 202 }]));
  expect(result.current.problems.size).toBe(0);
  expect(result.current.finish()).not.toBeNull();
});

test('X4: a field that nobody changed but that depends on the result is shown, mended there, and sent', () => {
  const result = review((draft) => draft.set(product, [{ id: 211 }]), [201, 210, 220]);
  expect(row(result, 'Version').outcome).toBe('affected');
  expect(result.current.problems.get(22)).toBe('1 does not go with Product B. Possible: 2.');
  act(() => expect(result.current.finish()).toBeNull());
  expect(result.current.selected?.field.label).toBe('Version');
  act(() => result.current.decide(row(result, 'Version'), 'edited', [{ id: 221 }]));
  expect(result.current.problems.size).toBe(0);
  const merged = result.current.finish();
  expect(merged && changeOf(merged).values).toEqual([
    { field_id: 21, bind_value_ids: [211] },
    { field_id: 22, bind_value_ids: [221] },
  ]);
});

test('X4: a result that was typed can be had again after a side was chosen', () => {
  const result = review((draft) => draft.set(status, [{ id: 201 }]), [202, 210, 220]);
  act(() => result.current.decide(row(result, 'Status'), 'edited', [{ id: 200 }]));
  act(() => result.current.decide(row(result, 'Status'), 'mine', [{ id: 201 }]));
  expect(result.current.typed.get(20)).toEqual([{ id: 200 }]);
});

test('X3: two changes that each fit but not together are stopped although no field was changed twice', () => {
  const result = review(
    (draft) => {
      draft.set(product, [{ id: 211 }]);
      draft.set(version, [{ id: 221 }]);
    },
    [200, 210, 100],
  );
  expect(result.current.open).toHaveLength(1);
  act(() => result.current.decide(row(result, 'Version'), 'base', [{ id: 220 }]));
  expect(result.current.problems.get(22)).toContain('does not go with Product B');
});

test.each([undefined, 'Edited in another tab'])(
  'E15: nothing is saved from a prompt whose tab is the editor no more: %s',
  (lock) => {
    const draft = createDraft(versionOf(10, [200, 210, 220]));
    draft.set(status, [{ id: 201 }]);
    const saved: unknown[] = [];
    const facts = { draft: draft.state(), theirs: versionOf(20, [200, 210, 220]), since: [] };
    const handlers = { onSave: (merged: unknown) => saved.push(merged), onClose: () => {} };
    render(<ConflictReview {...facts} {...handlers} isSaving={false} lock={lock} />, { wrapper });
    fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    expect(saved).toHaveLength(lock === undefined ? 1 : 0);
    expect(screen.getByRole('button', { name: /Save merged version/ })).toBeVisible();
  },
);
