import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySettings, plainSettings } from '../../../tests/fixtures/svnSettings';
import { mergeSettings } from './mergeSettings';
import { changedParts, withParts } from './parts';

test('N10: merging with nothing new keeps mine; with nothing of mine takes theirs; equal changes agree', () => {
  fc.assert(
    fc.property(anySettings, anySettings, (base, other) => {
      expect(changedParts(mergeSettings(base, other, base).settings, other)).toEqual([]);
      expect(changedParts(mergeSettings(base, base, other).settings, other)).toEqual([]);
      const same = mergeSettings(base, other, other);
      expect(changedParts(same.settings, other)).toEqual([]);
      expect(same.rows.every(({ outcome }) => outcome === 'agreed')).toBe(true);
    }),
  );
});

test('N10: a part that only one side changed is that side’s; what both changed is a conflict and never silent', () => {
  fc.assert(
    fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
      const { rows, settings } = mergeSettings(base, mine, theirs);
      const [my, their] = [changedParts(base, mine), changedParts(base, theirs)];
      expect(new Set(rows.map(({ key }) => key))).toEqual(new Set([...my, ...their]));
      for (const { key, outcome } of rows) {
        const isBoth = my.includes(key) && their.includes(key);
        expect(['agreed', 'conflict'].includes(outcome)).toBe(isBoth);
        if (outcome === 'mine' || outcome === 'conflict') {
          expect(changedParts(settings, mine)).not.toContain(key);
        }
        if (outcome === 'theirs') expect(changedParts(settings, theirs)).not.toContain(key);
      }
    }),
  );
});

test('N10: switches cannot conflict: there are only two values', () => {
  fc.assert(
    fc.property(anySettings, anySettings, anySettings, (base, mine, theirs) => {
      const conflicts = mergeSettings(base, mine, theirs).rows.filter(
        ({ outcome }) => outcome === 'conflict',
      );
      expect(conflicts.filter(({ base: value }) => typeof value === 'boolean')).toEqual([]);
    }),
  );
});

test('N10: both people’s additions and removals are in what is proposed together', () => {
  const base = plainSettings;
  const [trunk] = base.email_notifications;
  const mine = {
    ...base,
    immutable_tags: { paths: ['/tags', '/mine'], whitelist: [] },
    access_file: `${base.access_file}\n\n[/mine]\nanna = rw`,
    email_notifications: [{ ...trunk, path: '/trunk', emails: [], users: [102], user_groups: [] }],
  };
  const theirs = {
    ...base,
    immutable_tags: { paths: ['/theirs', '/tags'], whitelist: ['/tags/wip', '/tags/x'] },
    access_file: base.access_file.replace('* =', '* = r'),
    email_notifications: [
      {
        path: '/trunk',
        emails: ['dev@example.org', 'qa@example.org'],
        users: [],
        user_groups: ['122_3', '132'],
      },
    ],
  };
  const { rows } = mergeSettings(base, mine, theirs);
  const together = new Map(rows.map((row) => [row.key, row.together]));
  expect(together.get('paths')).toEqual(['/theirs', '/tags', '/mine']);
  expect(together.get('whitelist')).toEqual(['/tags/x']);
  expect(together.get('access_file')).toBe('[/]\n* = r\n@members = rw\n\n[/mine]\nanna = rw');
  expect(together.get('notification /trunk')).toEqual({
    path: '/trunk',
    emails: ['qa@example.org'],
    users: [],
    user_groups: ['132'],
  });
});

test('N10: the same line changed by both has to be chosen; so has a notification that one side removed', () => {
  const base = plainSettings;
  const mine = { ...base, access_file: '[/]\n* = r\n@members = rw', email_notifications: [] };
  const theirs = {
    ...base,
    access_file: '[/]\n* = rw\n@members = rw',
    email_notifications: [{ path: '/trunk', emails: [], users: [103], user_groups: [] }],
  };
  const { rows, settings } = mergeSettings(base, mine, theirs);
  expect(rows.map(({ key, outcome, together }) => [key, outcome, together])).toEqual([
    ['access_file', 'conflict', undefined],
    ['notification /trunk', 'conflict', undefined],
  ]);
  expect(settings.email_notifications).toEqual([]);
});

test('N10: putting all parts of other settings over some gives those settings', () => {
  fc.assert(
    fc.property(anySettings, anySettings, (from, to) => {
      const removed = from.email_notifications
        .filter(({ path }) => !to.email_notifications.some((other) => other.path === path))
        .map(({ path }) => [`notification ${path}` as const, null] as const);
      const { rows } = mergeSettings(from, to, from);
      const all = new Map([...rows.map(({ key, mine }) => [key, mine] as const), ...removed]);
      expect(changedParts(withParts(from, all), to)).toEqual([]);
    }),
  );
});
