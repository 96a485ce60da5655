import { beforeEach, expect, test } from 'vitest';
import { Uploads } from '~/attachments/upload/uploads';
import type { KeptRecord } from '~/kept/record';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { fullTracker, title } from '../../../tests/fixtures/snapshots';
import { createDraft } from '../draft/draft';
import type { LeftValue } from './artifactParts';
import { blankAdapter } from './blankAdapter';

beforeEach(beSignedIn);

function form() {
  const field = { ...title, permissions: ['read', 'create', 'update'] };
  const draft = createDraft({ fields: [field] });
  let left: readonly LeftValue[] = [];
  const adapter = blankAdapter(draft, {
    tracker: fullTracker([field]),
    key: 'a',
    uploads: new Uploads(),
    onReopened: (reopened) => {
      left = reopened.left;
    },
  });
  return { draft, adapter, left: () => left };
}

test('E15: what a kept new artifact held and was typed anew, before it could be read, is shown to copy', () => {
  const kept = form();
  kept.draft.set(title, 'Behind the passphrase');
  const { kind, id } = kept.adapter.slot;
  const place = { kind, id, server: 'x', user: 1, at: 1 };
  const parts = [['head', kept.adapter.head()] as const, ...kept.adapter.parts()];
  const records = new Map<string, KeptRecord>(
    parts.map(([part, body]) => [part, { ...place, part, body }]),
  );
  const now = form();
  now.draft.set(title, 'Typed anew');
  expect(now.adapter.adopt(records, 'opened')).not.toBeNull();
  expect(now.draft.value(title)).toBe('Typed anew');
  expect(now.left()).toEqual([{ label: title.label, text: 'Behind the passphrase' }]);
});
