import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { formatDateTime, formatDay } from '../dates';
import { parseTypedDate } from './parse';

/** A Friday, shortly after midnight in Paris and still Thursday in New York. */
const now = Date.parse('2026-11-27T00:30:00+01:00');
const paris = { locale: 'en-GB', timeZone: 'Europe/Paris' };
const newYork = { locale: 'en-US', timeZone: 'America/New_York' };
const berlin = { locale: 'de-DE', timeZone: 'Europe/Berlin' };

test.each([
  ['today', '2026-11-27'],
  ['today+3d', '2026-11-30'],
  ['Today - 1w', '2026-11-20'],
  ['+2m', '2027-01-27'],
  ['+1y', '2027-11-27'],
  ['in 3 days', '2026-11-30'],
  ['tomorrow', '2026-11-28'],
  ['monday', '2026-11-30'],
  ['fri', '2026-12-04'],
  ['thu+1d', '2026-12-04'],
  ['2026-12-24', '2026-12-24'],
  ['24/12/2026', '2026-12-24'],
  ['24.12.26', '2026-12-24'],
  ['24 12', '2026-12-24'],
  ['24 dec', '2026-12-24'],
  ['December 24, 2027', '2027-12-24'],
  ['2026/12/24', '2026-12-24'],
])('E3: “%s” is a day', (typed, day) => {
  expect(parseTypedDate(typed, now, paris)).toEqual({ day });
});

test('E3: the order of day and month is the reader’s, and today is today there', () => {
  expect(parseTypedDate('12/24/2026', now, newYork)).toEqual({ day: '2026-12-24' });
  expect(parseTypedDate('5/4', now, newYork)).toEqual({ day: '2026-05-04' });
  expect(parseTypedDate('5/4', now, paris)).toEqual({ day: '2026-04-05' });
  // What can be only one of the two is that one.
  expect(parseTypedDate('31.12.2026', now, newYork)).toEqual({ day: '2026-12-31' });
  expect(parseTypedDate('12/24/2026', now, paris)).toEqual({ day: '2026-12-24' });
  expect(parseTypedDate('31.12.', now, newYork)).toEqual({ day: '2026-12-31' });
  expect(parseTypedDate('2/30/2026', now, newYork)).toBeNull();
  // A month and its year, as likely as a day and its month.
  expect(parseTypedDate('12/26', now, paris)).toBeNull();
  expect(parseTypedDate('today', now, newYork)).toEqual({ day: '2026-11-26' });
});

test('E3: the words of the reader’s language count as well', () => {
  expect(parseTypedDate('morgen', now, berlin)).toEqual({ day: '2026-11-28' });
  expect(parseTypedDate('Montag', now, berlin)).toEqual({ day: '2026-11-30' });
  expect(parseTypedDate('24. Dezember 2026', now, berlin)).toEqual({ day: '2026-12-24' });
});

test.each([
  ['today 17:30', '17:30'],
  ['2026-11-27T09:05', '09:05'],
  ['today, 5:30 PM', '17:30'],
  ['today 12:15 am', '00:15'],
  ['9:00', '09:00'],
  ['today 5pm', '17:00'],
  ['12 a.m.', '00:00'],
  ['now', '00:30'],
  ['now+2h', '02:30'],
  ['Now - 15 min', '00:15'],
  ['now + 1 hour', '01:30'],
])('E3: “%s” has a time', (typed, time) => {
  expect(parseTypedDate(typed, now, paris)).toEqual({ day: '2026-11-27', time });
});

test('E3: some hours from now may be another day; a unit is needed', () => {
  expect(parseTypedDate('now-1h', now, paris)).toEqual({ day: '2026-11-26', time: '23:30' });
  expect(parseTypedDate('now+2h', now, newYork)).toEqual({ day: '2026-11-26', time: '20:30' });
  for (const typed of ['now+2', 'now+3d', 'now 2h', 'now+']) {
    expect(parseTypedDate(typed, now, paris), typed).toBeNull();
  }
});

test.each([
  ['5th of May', '2026-05-05'],
  ['the 5th of May 2027', '2027-05-05'],
  ['Tue, 5 May 26', '2026-05-05'],
  ['May 5', '2026-05-05'],
  ['2027 May 5', '2027-05-05'],
])('E3: “%s” uses all its words', (typed, day) => {
  expect(parseTypedDate(typed, now, paris)).toEqual({ day });
});

test.each(['5 may at 3', 'not before 5 may', '5 may 3', '5 may june', '1.2.3', 'before 1.2.26'])(
  'E3: “%s” has something left over, and is not guessed from the rest',
  (typed) => expect(parseTypedDate(typed, now, paris)).toBeNull(),
);

test.each([
  ['2026-10-25 02:30+02:00', '+02:00'],
  ['25 Oct 2026, 2:30 AM UTC-04:00', '-04:00'],
  ['2026-10-25T02:30:00Z', '+00:00'],
  ['25 Oct 2026 2:30 UTC', '+00:00'],
])('E3: “%s” names its clock', (typed, offset) => {
  expect(parseTypedDate(typed, now, paris)).toEqual({ day: '2026-10-25', time: '02:30', offset });
});

test.each([
  '',
  'soon',
  '2026-02-30',
  '31/11/2026',
  '2026-13-01',
  'today 25:00',
  '12',
  '1 2 3 4',
  'in 3',
  '13pm',
])('E3: “%s” is no date, and is not guessed', (typed) =>
  expect(parseTypedDate(typed, now, paris)).toBeNull(),
);

test('E3: a month later than the 31st is the last day of a shorter month', () => {
  const january = Date.parse('2027-01-31T12:00:00Z');
  expect(parseTypedDate('+1m', january, paris)).toEqual({ day: '2027-02-28' });
});

test('E3: what the app shows is read back as the same day and minute, in every language it may show it in', () => {
  const days = fc
    .date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const locales = fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL');
  fc.assert(
    fc.property(days, locales, (iso, locale) => {
      const reader = { locale, timeZone: 'UTC' };
      const day = iso.slice(0, 10);
      expect(parseTypedDate(formatDay(day, reader), now, reader)).toEqual({ day });
      const shown = formatDateTime(iso, reader);
      expect(parseTypedDate(shown, now, reader)).toEqual({ day, time: iso.slice(11, 16) });
    }),
  );
});

test('E3: what a language says of dates is read once, not at every key', () => {
  const typed = ['24.12.2026', '24 Dec', 'monday', 'tomorrow', 'soon'];
  const parse = () => typed.map((text) => parseTypedDate(text, now, berlin));
  const before = parse();
  const formats = [vi.spyOn(Intl, 'DateTimeFormat'), vi.spyOn(Intl, 'RelativeTimeFormat')];
  expect(parse()).toEqual(before);
  for (const format of formats) {
    expect(format).not.toHaveBeenCalled();
    format.mockRestore();
  }
});
