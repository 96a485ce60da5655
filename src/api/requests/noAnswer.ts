import { ApiError, type AskedRequest } from '../error';

/** Why no whole answer came, as an error; `response` is there when it broke off while it was read. */
export function noAnswer(
  asked: AskedRequest,
  facts: {
    isTimeout: boolean;
    response: Response | undefined;
    cause: unknown;
    isCrossOrigin?: boolean;
  },
): ApiError {
  const { cause } = facts;
  if (facts.isTimeout) {
    const message = 'The server did not answer in time.';
    return new ApiError('network', message, { request: asked, reason: 'timeout', cause });
  }
  if (facts.response) {
    const { status } = facts.response;
    const message = 'The answer broke off.';
    return new ApiError('network', message, { request: asked, reason: 'cut', status, cause });
  }
  const isOffline = typeof navigator !== 'undefined' && navigator.onLine === false;
  return new ApiError('network', isOffline ? 'This device is offline.' : 'No answer came.', {
    request: asked,
    reason: isOffline ? 'offline' : facts.isCrossOrigin ? 'cors' : 'unreachable',
    cause,
  });
}
