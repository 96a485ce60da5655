import { expect, test } from 'vitest';
import { matching, mentionAt, withMention } from './mention';

test.each([
  ['@', 1, ''],
  ['ask @be', 7, 'be'],
  ['(@anna.b', 8, 'anna.b'],
  ['one\n@x', 6, 'x'],
])('H5: in %j a mention is typed', (text, caret, letters) => {
  expect(mentionAt(text, caret)).toEqual({ at: caret - letters.length - 1, letters });
});

test.each([
  ['a@b', 3],
  ['@ben asks', 9],
  ['', 0],
  ['@ben', 0],
])('H5: in %j at %i none is', (text, caret) => {
  expect(mentionAt(text, caret)).toBeNull();
});

test('H5: what is chosen stands in place of what was typed, the rest stays', () => {
  const typed = mentionAt('ask @be now', 7);
  expect(typed && withMention('ask @be now', typed, 'ben')).toEqual({
    text: 'ask @ben now',
    caret: 9,
  });
  const last = mentionAt('@', 1);
  expect(last && withMention('@', last, 'ben').text).toBe('@ben ');
});

test('H5: by login or any part of the name, whoever is around first, nobody twice', () => {
  const ben = { login: 'ben', label: 'Ben Okafor' };
  const olga = { login: 'olga', label: 'Olga Ok' };
  const nobody = { login: '', label: 'Okay' };
  expect(matching('ok', [ben, nobody], [olga, ben])).toEqual([ben, olga]);
  expect(matching('z', [ben], [])).toEqual([]);
  // The answer to what was typed before.
  expect(matching('ben', [], [olga])).toEqual([]);
});
