import { expect, test } from 'vitest';
import { formatBytes, parseDecimal, parseWhole, readAs } from './numbers';

test('E2: numbers are read with a point, and mean exactly what was typed', () => {
  for (const [text, value] of [
    ['5', 5],
    ['-0.5', -0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1.5e3', 1500],
    [' 0.1 ', 0.1],
    ['-0', 0],
    ['0.30000000000000004', 0.1 + 0.2],
    ['-49868677833674570', -49868677833674570],
  ] as const) {
    expect(parseDecimal(text)).toEqual({ value });
  }
  expect(parseWhole('-17')).toEqual({ value: -17 });
  expect(parseWhole('-0')).toEqual({ value: 0 });
});

test('E2: 1,5 is explained, and a comma before three digits is not guessed', () => {
  expect(parseDecimal('1,5')).toEqual({ problem: 'Use a point for decimals: 1.5.' });
  expect(parseDecimal('1,500')).toEqual({
    problem: 'Write 1500 or 1.500: a comma could mean either.',
  });
  expect(parseDecimal('1.234,5')).toEqual({ problem: 'Write the digits without separators.' });
  // A point would not mend it.
  expect(parseWhole('1,5')).toEqual({ problem: 'Only whole numbers are possible here.' });
});

test('E2: a pasted number in which only one can be meant is taken, and how it is sent is said', () => {
  for (const space of [' ', '\u00a0', '\u2009', '\u202f', "'", '\u2019']) {
    expect(parseDecimal(`-1${space}234${space}567.5`)).toEqual({ value: -1_234_567.5 });
    expect(parseWhole(`1${space}000`)).toEqual({ value: 1000 });
  }
  expect(parseWhole('\u22125')).toEqual({ value: -5 });
  expect(parseWhole('\u200e42\u200f')).toEqual({ value: 42 });
  expect(parseDecimal('1 000,5', { locale: 'fr-FR' })).toEqual({ value: 1000.5 });
  expect(readAs('1\u202f000')).toBe('Sent as 1000');
  expect(readAs('\u22125')).toBe('Sent as -5');
  expect(readAs(' 5 ')).toBe('');
  // Not thousands, so not one number for certain.
  for (const text of ['1 5', '1 0000', '10 00', '1000 000']) {
    expect(parseWhole(text), text).toEqual({ problem: 'This is not a number.' });
  }
});

test('E2: where people write a comma, 1,5 is one and a half, and 1,500 too', () => {
  const german = { locale: 'de-DE' };
  expect(parseDecimal('1,5', german)).toEqual({ value: 1.5 });
  expect(parseDecimal('-1,500', german)).toEqual({ value: -1.5 });
  expect(parseDecimal('1.5', german)).toEqual({ value: 1.5 });
  expect(parseDecimal('1.234,5', german)).toHaveProperty('problem');
  expect(parseWhole('1,5', german)).toEqual({ problem: 'Only whole numbers are possible here.' });
});

test('E2: how a number is read that another language writes otherwise is said before it is sent', () => {
  const german = { locale: 'de-DE' };
  expect(readAs('1.500', german)).toBe('Sent as 1.5, not as 1500');
  expect(readAs('1,5', german)).toBe('Sent as 1.5');
  for (const plain of ['1.5', '0.125', '1500', '1.5000', 'x']) {
    expect(readAs(plain, german)).toBe('');
  }
  expect(readAs('1.500', { locale: 'en-GB' })).toBe('');
});

test('E2: what is no number, or too large, or not whole, says so', () => {
  for (const text of ['abc', '', '0x10', 'Infinity', 'NaN', '1e', '--1']) {
    expect(parseDecimal(text), text).toEqual({ problem: 'This is not a number.' });
  }
  expect(parseDecimal('1e999')).toEqual({ problem: 'This number is too large.' });
  expect(parseWhole('1.5')).toEqual({ problem: 'Only whole numbers are possible here.' });
  for (const text of ['1,500', '1.500', '-1.234.567']) {
    expect(parseWhole(text), text).toEqual({ problem: 'Write the digits without separators.' });
  }
  for (const text of ['0.1000000000000000055', '12345678901234567890.5']) {
    expect(parseDecimal(text), text).toEqual({ problem: 'So many digits do not fit: shorten it.' });
  }
  expect(parseWhole('9007199254740993')).toEqual({ problem: 'This number is too large.' });
});

test('F1: sizes are short and honest at the edges', () => {
  expect(formatBytes(0)).toBe('0 bytes');
  expect(formatBytes(1)).toBe('1 byte');
  expect(formatBytes(1023)).toBe('1023 bytes');
  expect(formatBytes(1130)).toBe('1.1 KB');
  expect(formatBytes(212 * 1024)).toBe('212 KB');
  expect(formatBytes(1024 * 1024 - 1)).toBe('1.0 MB');
  expect(formatBytes(67_108_864)).toBe('64 MB');
});
