import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { moveAll } from './moveAll';
import type { MoveOutcome } from './moveOne';

const request = { method: 'PATCH', path: '/api/artifacts/431' };
const http = (status: number) => new ApiError('http', `${status}`, { request, status });
const { artifact } = snapshot(10);
const movers = [1, 2, 3].map((id) => ({ artifact: { ...artifact, id }, report: [], error: null }));

/** Which were sent, and how all ended, when the first one ends so. */
async function movedAfter(first: MoveOutcome) {
  const sent: number[] = [];
  const all = await moveAll(
    movers,
    async ({ artifact: { id } }) => {
      sent.push(id);
      return sent.length === 1 ? first : { kind: 'moved', how: 'answered' };
    },
    () => {},
  );
  return { sent, kinds: all.map(({ outcome }) => outcome.kind) };
}

test.each([
  http(403),
  http(401),
  new ApiError('blocked', 'Read-only.', { request, reason: 'readOnly' }),
])(
  'V7: after “$message” nothing more is sent: it would meet every other artifact',
  async (error) => {
    expect(await movedAfter({ kind: 'refused', error })).toEqual({
      sent: [1],
      kinds: ['refused', 'untried', 'untried'],
    });
  },
);

test('V7: what is refused for its own sake does not hold the others up', async () => {
  const refused = await movedAfter({ kind: 'refused', error: http(400) });
  expect(refused).toEqual({ sent: [1, 2, 3], kinds: ['refused', 'moved', 'moved'] });
  const unknown = await movedAfter({ kind: 'unknown', error: http(504), isThere: true });
  expect(unknown.sent).toEqual([1, 2, 3]);
});
