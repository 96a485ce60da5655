import { vi } from 'vitest';
import type * as z from 'zod/mini';
import type { Answer } from '~/api/answers/readAnswer';
import { request } from '~/api/client';
import type { Connection } from '~/api/session';
import { type Recording, toResponse } from './recordings';

const connection: Connection = {
  id: 'recorded',
  label: 'Recorded answers',
  url: 'https://tuleap.example.com',
  color: 'orange',
  kind: 'replay',
};

let next: Recording | undefined;

/** From here on the network answers with the recording that is asked for. */
export function beRecorded(): void {
  vi.stubGlobal('fetch', async () => {
    if (!next) throw new TypeError('nothing recorded');
    return toResponse(next);
  });
}

type Method = Parameters<typeof request>[0];

/** Asks the recorded question through the app's own client, which meets the recorded answer. */
export async function askRecorded<T>(
  recording: Recording,
  schema: z.ZodMiniType<T>,
): Promise<Answer<T>> {
  next = recording;
  return request(recording.method as Method, recording.path ?? '', schema, {
    as: { connection, credentials: null },
  });
}
