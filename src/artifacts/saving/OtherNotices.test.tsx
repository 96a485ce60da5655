import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import { emptyDraft } from '~/saving/draft/draftState';
import { conditionOf } from '~/saving/machine/condition';
import type { OtherSave } from '~/saving/others/saveOther';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { OtherNotices } from './OtherNotices';

test('E16, X8: of a killed tab no look is offered that nothing could do', () => {
  const base = snapshot(10);
  const facts = { change: { values: [] }, joined: [], isPhantom: false };
  const attempt = { over: base, condition: conditionOf(base), ...facts };
  const request = { method: 'PUT', path: '/api/artifacts/12' };
  const error = new ApiError('network', 'No answer came.', { request, reason: 'unreachable' });
  const outcome = { kind: 'unknown', search: 'failed', error, attempt } as const;
  const end = { kind: 'unclear', message: 'No answer came.', outcome, stored: null } as const;
  const other: OtherSave = { id: 12, xref: 'req #12', end: { ...end, sent: emptyDraft(base) } };
  render(<OtherNotices others={[other]} me={102} saving={null} />, { wrapper: MemoryRouter });
  expect(screen.getByRole('alert')).toHaveTextContent(/not known whether they are saved.* Look at/);
  expect(screen.queryByRole('button', { name: 'Look again' })).not.toBeInTheDocument();
});
