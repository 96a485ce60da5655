import type { Random } from './random';

const subjects = [
  'Column order',
  'The due date',
  'A Markdown table',
  'The upload bar',
  'The filter by person',
  'A comment with an emoji',
  'The third attachment',
  'Sorting by version',
  'The German label',
  'A link to an archived item',
  'The print view',
  'The list of 5,000 values',
  'A pasted picture',
  'The session',
  'The number of open items',
] as const;

const faults = [
  'is lost after a reload',
  'shows the value of the row above',
  'moves by one day in New York',
  'is cut off at 390 pixels',
  'stays empty for new members',
  'appears twice after Back',
  'blocks the page for ten seconds',
  'ignores the second key press',
  'forgets what was typed when the line drops',
  'is read aloud as "button"',
  'cannot be reached by keyboard',
  'comes back after deleting it',
] as const;

export function bugTitle(place: number): string {
  const subject = subjects[place % subjects.length] ?? subjects[0];
  const fault = faults[(place + Math.floor(place / 60)) % faults.length] ?? faults[0];
  return place < 180 ? `${subject} ${fault}` : `${subject} ${fault}, second report`;
}

const expectations = [
  'I expected the value that I had typed a minute before.',
  'In the old version this worked.',
  'My colleague in Lyon sees the same.',
  'It happens about once in ten tries.',
  'After signing in again everything is right.',
] as const;

/** HTML as the web editor writes it. */
export function bugReport(random: Random): string {
  return `<p>${random.pick(expectations)}</p>\n<ul>\n\t<li>Seen on <strong>${random.int(2, 28)} rows</strong></li>\n\t<li>${random.pick(expectations)}</li>\n</ul>`;
}

export function bugSteps(random: Random): string {
  return `1. Open the list\n2. Filter by "${random.pick(['EU', 'anna', '4.2', 'Open'])}"\n3. Wait ${random.int(2, 40)} seconds & press <Enter>\n\nSee art #${random.pick([12, 40, 431])}.`;
}

const remarks = [
  'I see it too, with a list of 300 rows.',
  'Not on my machine. Which browser is it?',
  'Fixed on the branch, please try again tomorrow.',
  'The log says "timeout after 5000 ms".',
  'A customer lost half an hour of work with this.',
] as const;

export function bugRemark(random: Random): string {
  return random.pick(remarks);
}

const works = [
  'Write the test for',
  'Review the text of',
  'Measure the speed of',
  'Move to the new table:',
  'Translate the labels of',
  'Draw the flow of',
  'Clean up after',
  'Ask support about',
] as const;

const places = [
  'the export',
  'the import',
  'the audit file',
  'the price list',
  'the upload bar',
  'the sign-in page',
  'the contract view',
  'the weekly report',
  'the bulk edit',
  'the print view',
  'the keyboard help',
  'the empty list',
] as const;

export function taskTitle(place: number): string {
  const work = works[place % works.length] ?? works[0];
  const part = places[(place + Math.floor(place / 24)) % places.length] ?? places[0];
  return `${work} ${part}`;
}

export function testTitle(place: number): string {
  const part = places[place % places.length] ?? places[0];
  const size = ['with 10 rows', 'with 10,000 rows', 'on a slow line', 'by keyboard', 'as a guest'];
  return `Test: ${part} ${size[Math.floor(place / places.length) % size.length]}`;
}
