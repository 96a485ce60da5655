import { expect, test } from 'vitest';
import { ApiError, type BlockReason, type BodyKind, type NetworkReason } from './error';
import { explain } from './explain';

const KEY = 'tlp-k1-12.abcdefgh';

function request(method: string) {
  return { method, path: '/api/artifacts/7' };
}

/** Every way in which a request can end badly, by the name that a person would give it. */
const ends: Record<string, (method: string) => ApiError> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 423, 429, 431, 500, 501, 502, 503, 504].map(
      (status) => [
        String(status),
        (method: string) =>
          new ApiError('http', 'said', {
            request: request(method),
            status,
            serverMessages: [`No ${KEY}`],
          }),
      ],
    ),
  ),
  ...Object.fromEntries(
    (['offline', 'timeout', 'unreachable', 'cut', 'cors'] satisfies NetworkReason[]).map(
      (reason) => [
        reason,
        (method: string) =>
          new ApiError('network', `said ${KEY}`, { request: request(method), reason }),
      ],
    ),
  ),
  ...Object.fromEntries(
    (['readOnly', 'crossOrigin', 'somebodyElse'] satisfies BlockReason[]).map((reason) => [
      reason,
      (method: string) => new ApiError('blocked', 'said', { request: request(method), reason }),
    ]),
  ),
  ...Object.fromEntries(
    (['json', 'html', 'login', 'text', 'empty'] satisfies BodyKind[]).map((body) => [
      `a 200 with ${body}`,
      (method: string) =>
        new ApiError('shape', 'said', { request: request(method), status: 200, body }),
    ]),
  ),
};

test.each(Object.keys(ends))(
  'Z7: %s is told in words of its own, for a read and for a write',
  (name) => {
    const mine = ends[name];
    for (const method of ['GET', 'PUT']) {
      const words = explain(mine?.(method));
      expect(words.title).toMatch(/^[A-Z][^!]+$/);
      expect(words.what.length).toBeGreaterThan(20);
      expect(words.next).toMatch(/^[A-Z].+\.$/);
      const same = Object.entries(ends).filter(([other, end]) => {
        const theirs = explain(end(method));
        return other !== name && theirs.title + theirs.what === words.title + words.what;
      });
      expect(
        same.map(([other]) => other),
        `${method} ${name}`,
      ).toEqual([]);
    }
  },
);

test.each(Object.keys(ends))(
  'Z7: %s says whether it is tried again, in a report without secrets',
  (name) => {
    const read = explain(ends[name]?.('GET'));
    const write = explain(ends[name]?.('PUT'));
    const report = [read.title, read.what, ...read.details].join('\n');
    expect(report).not.toContain('abcdefgh');
    expect(report).toContain('GET /api/artifacts/7');
    const isTried = ['429', '500', '502', '503', '504', 'unreachable', 'cors', 'cut'].includes(
      name,
    );
    expect(read.details.at(-1)).toMatch(isTried ? /asked (twice|three times)/ : /not asked again/);
    expect(write.details.at(-1)).toBe('A write is never sent again by itself.');
  },
);
