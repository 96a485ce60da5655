import { ApiError } from '../error';

/** How a request ended, as a value: what it gave, or its error. Faults of ours are thrown. */
export async function asValue<T>(work: Promise<T>): Promise<{ value: T } | { error: ApiError }> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof ApiError) return { error };
    throw error;
  }
}
