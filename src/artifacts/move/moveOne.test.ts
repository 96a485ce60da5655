import { expect, test } from 'vitest';
import type { LoadedArtifact } from '~/api/artifacts/read';
import { ApiError } from '~/api/error';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { type MovePort, moveOne } from './moveOne';

const request = { method: 'PATCH', path: '/api/artifacts/431' };
const lost = new ApiError('network', 'No answer.', { request, reason: 'unreachable' });
const http = (status: number) => new ApiError('http', `${status}`, { request, status });

function port(move: ApiError | 'ok', now: number | ApiError): MovePort {
  return {
    async move() {
      if (move !== 'ok') throw move;
    },
    async read(): Promise<LoadedArtifact> {
      if (now instanceof ApiError) throw now;
      const loaded = snapshot(10);
      return {
        ...loaded,
        artifact: { ...loaded.artifact, tracker: { ...loaded.artifact.tracker, id: now } },
      };
    },
  };
}

test('V7: an answered move is moved', async () => {
  expect(await moveOne(431, 82, port('ok', 81))).toEqual({ kind: 'moved', how: 'answered' });
});

test.each([
  ['a lost answer', lost],
  ['a gateway', http(504)],
  ['the second copy of a request that the browser sent twice', http(400)],
])('V7: after %s the tracker of the artifact tells that it moved', async (_, error) => {
  expect(await moveOne(431, 82, port(error, 82))).toEqual({ kind: 'moved', how: 'found' });
});

test('V7: a refusal is certain, a lost request that did not move it is not', async () => {
  expect(await moveOne(431, 82, port(http(403), 81))).toMatchObject({ kind: 'refused' });
  expect(await moveOne(431, 82, port(http(400), 81))).toMatchObject({ kind: 'refused' });
  expect(await moveOne(431, 82, port(http(400), lost))).toMatchObject({ kind: 'refused' });
  expect(await moveOne(431, 82, port(lost, 81))).toMatchObject({ kind: 'unknown', isThere: true });
  expect(await moveOne(431, 82, port(lost, lost))).toMatchObject({
    kind: 'unknown',
    isThere: false,
  });
});
