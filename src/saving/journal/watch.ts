import * as z from 'zod/mini';
import type { Answer } from '~/api/answers/readAnswer';
import { deletionBudget } from '~/api/artifacts/remove';
import { ApiError } from '~/api/error';
import { maskText } from '~/api/requests/mask';
import type { PlannedWrite } from '~/api/requests/write';
import { currentSession } from '~/api/session';
import { isRefusal } from '../machine/certainty';
import type { JournalEnd, JournalFacts } from './entry';
import { beginEntry } from './journal';

const madeSchema = z.looseObject({ id: z.int() });

/** The number of what a POST made, where its answer has one. */
function madeBy({ method }: PlannedWrite, answer: unknown): number | null {
  const made = z.safeParse(madeSchema, answer);
  return method === 'POST' && made.success ? made.data.id : null;
}

/** What is sent once more by hand may hold anything: no secret of it is kept. */
function masked(body: unknown): unknown {
  return body === undefined ? undefined : JSON.parse(maskText(JSON.stringify(body)));
}

function factsOf({ method, path, body, about }: PlannedWrite): JournalFacts {
  const changes = about?.changes ?? [];
  return {
    place: 'other',
    subject: 0,
    name: about?.name ?? path,
    title: '',
    request: { method, path: maskText(path), body: about?.isBodyLarge ? undefined : masked(body) },
    changes: changes.map((change) => ({ fieldId: null, ...change })),
    comment: '',
  };
}

/** Also an answer that the limit refused says what is left. */
function budgetIn(headers: Headers | undefined): Pick<JournalEnd, 'budget'> {
  const budget = deletionBudget(headers);
  return budget.limit === null && budget.remaining === null ? {} : { budget };
}

function endOf(error: ApiError): JournalEnd {
  const outcome = isRefusal(error) ? 'refused' : 'unknown';
  return { outcome, changeset: null, message: error.message, ...budgetIn(error.headers) };
}

/**
 * A write outside the save engine, in the journal: written down before it is sent, and how it ended after (features A7).
 * Gives and throws what `ask` does. What did not leave (read-only, another origin) is no write.
 */
export async function watched<T>(
  planned: PlannedWrite<T>,
  ask: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  if (!currentSession()) return ask();
  const entry = await beginEntry(factsOf(planned));
  try {
    const answer = await ask();
    const made = madeBy(planned, answer.data);
    const left = budgetIn(answer.headers);
    await entry.end({ outcome: 'landed', changeset: null, message: '', made, ...left });
    return answer;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'blocked') await entry.drop();
    else if (error instanceof ApiError) await entry.end(endOf(error));
    throw error;
  }
}
