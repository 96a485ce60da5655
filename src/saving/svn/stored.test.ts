import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySettings, plainSettings } from '../../../tests/fixtures/svnSettings';
import { openWorld } from '../../../tests/sandbox/doors/node';
import { storedAccessFile } from '../../../tests/sandbox/platform/accessFile';
import {
  differencesOf,
  findLine,
  isDifferent,
  isStoredFormOf,
  type LineDifference,
  withLine,
} from './stored';

function filed(text: string) {
  return { ...plainSettings, access_file: text };
}

function lines(sent: string, stored: string): LineDifference[] {
  return [...differencesOf(filed(sent), filed(stored)).lines];
}

test('N10: svn/58: the rule that the server disabled is told with its line', () => {
  const sent = '[/]\n* =\n@members = rw\n\n[/secret]\n@ghost = rw\nrest_api_tester_1 = rw\n';
  const stored = '[/]\n* =\n@members = rw\n\n[/secret]\n# @ghost = rw\nrest_api_tester_1 = rw';
  const found = differencesOf(filed(sent), filed(stored));
  expect(found.lines).toEqual([
    { kind: 'disabled', line: 6, sent: '@ghost = rw', stored: '# @ghost = rw' },
  ]);
  expect(found).toMatchObject({ isTrimmed: true, hasOtherLineEnds: false, parts: [] });
});

test('N10: trimmed ends and carriage returns are told quietly, not as a difference', () => {
  const found = differencesOf(filed('\n[/]\r\n* = r\r\n\n'), filed('[/]\n* = r'));
  expect(isDifferent(found)).toBe(false);
  expect(found).toMatchObject({ isTrimmed: true, hasOtherLineEnds: true });
  expect(differencesOf(filed('[/]\r\n* = r'), filed('[/]\r\n* = r'))).toMatchObject({
    isTrimmed: false,
    hasOtherLineEnds: false,
  });
});

test('N10: lines that came, went or were rewritten are told, wherever they stand', () => {
  expect(lines('a\nb\nc', 'a\nc')).toEqual([{ kind: 'removed', line: 2, sent: 'b', stored: null }]);
  expect(lines('a\nc', 'a\nb\nc')).toEqual([{ kind: 'added', line: 2, sent: null, stored: 'b' }]);
  expect(lines('a\nb', 'a\nB')).toEqual([{ kind: 'changed', line: 2, sent: 'b', stored: 'B' }]);
});

test('N10: any other part that reads back otherwise is a difference; the order of who is told is none', () => {
  const many = { path: '/trunk', emails: ['a', 'b'], users: [1, 2], user_groups: ['x', 'y'] };
  const turned = { path: '/trunk', emails: ['b', 'a'], users: [2, 1], user_groups: ['y', 'x'] };
  const sent = { ...plainSettings, email_notifications: [many] };
  expect(isDifferent(differencesOf(sent, { ...sent, email_notifications: [turned] }))).toBe(false);
  const opened = differencesOf(plainSettings, { ...plainSettings, has_default_permissions: true });
  expect(opened.parts).toEqual([{ key: 'has_default_permissions', sent: false, stored: true }]);
});

test('N10: what a server makes of settings is always known as its form of them; equal settings never differ', () => {
  const { world } = openWorld('shared-reads');
  const project = world.projects.get(122);
  if (!project) throw new Error('the sample world has project 122');
  fc.assert(
    fc.property(anySettings, (sent) => {
      const stored = { ...sent, access_file: storedAccessFile(world, project, sent.access_file) };
      expect(isStoredFormOf(sent, stored)).toBe(true);
      const { lines: found } = differencesOf(sent, stored);
      const disabled = found.map(({ kind, sent: line }) => `${kind} ${line?.trim()}`);
      expect(disabled.every((text) => /^disabled @ghost/.test(text))).toBe(true);
      expect(isDifferent(differencesOf(stored, stored))).toBe(false);
    }),
  );
});

test('N10: settings that differ in any part are never taken for stored ones', () => {
  fc.assert(
    fc.property(anySettings, fc.boolean(), (sent, flag) => {
      const other = flag
        ? { ...sent, has_default_permissions: !sent.has_default_permissions }
        : { ...sent, access_file: `${sent.access_file.trim()}\n[/more]\nben = r` };
      expect(isStoredFormOf(sent, other)).toBe(false);
    }),
  );
});

test('N10: a disabled line is taken out or brought back where it stands, also after other edits', () => {
  const [difference] = lines('[/a]\n@ghost = r\nx = r', '[/a]\n# @ghost = r\nx = r');
  if (!difference) throw new Error('no difference');
  const typed = '# new first line\n[/a]\n# @ghost = r\nx = r';
  expect(findLine(typed, difference)).toBe(2);
  expect(withLine(typed, difference, undefined)).toBe('# new first line\n[/a]\nx = r');
  expect(withLine(typed, difference, '@ghost = r')).toBe(
    '# new first line\n[/a]\n@ghost = r\nx = r',
  );
  expect(withLine('gone', difference, undefined)).toBe('gone');
});
