import type { Random } from './random';

const actions = [
  'Keep the filter',
  'Show who changed a row',
  'Refuse a second sign-in',
  'Warn before a mail is sent',
  'Remember the column widths',
  'Say why a button is grey',
  'Mark late dates',
  'Export the shown columns',
  'Print the list on A4',
  'Count the open items',
  'Copy the link of a row',
  'Lock the contract number',
  'Check the tax number',
  'Ask once before deleting',
  'Group rows by version',
  'Undo the last change',
  'Write the time zone next to each time',
  'Read the sheet of the supplier',
  'Send one mail a day',
  'Hide closed items',
  'Sort numbers as numbers',
  'Accept dates as the sender wrote them',
  'Translate the labels',
  'List everybody who can read a file',
  'Find a word in attachments',
  'Fold long comments',
  'Open an attachment in place',
  'Resume a broken upload',
  'Show the quota',
  'End the session in every tab',
  'Compare two versions',
  'Name the field that is missing',
  'Keep the text of a failed save',
  'Link a requirement to its test',
  'Show the history of one field',
  'Move several items at once',
  'Split a requirement in two',
  'Read a table aloud with its headers',
  'Roll back a bulk change',
  'Tell people what is new',
] as const;

const settings = [
  'in the contract view',
  'for external suppliers',
  'on small screens',
  'when the line is slow',
  'for the yearly audit',
  'after a failed import',
  'without a mouse',
  'in the language of the customer',
  'before a release is closed',
  'for archived projects',
  'when two people edit',
  'across time zones',
  'in the weekly report',
  'during the night run',
  'for people with read access only',
  'with more than 10,000 rows',
  'on a shared computer',
  'at the end of a quarter',
  'when a supplier leaves',
  'in the price list',
  'for contracts under embargo',
  'after a change of owner',
  'in the training project',
  'for every country of sale',
  'when legal asks',
  'in the planning view',
  'while a file is being sent',
  'for numbers with leading zeros',
  'in high contrast',
  'until the person confirms',
  'with a name longer than a line',
  'on the first day',
  'for the call centre',
] as const;

const whats = [
  'The page shows the same rows as the file, in the same order.',
  'A person sees at once what will happen, and may still step back.',
  'The choice is kept for each person and each tracker.',
  'The text names the field, the value and what to do next.',
  'One key is enough, and the focus stays where it was.',
  'The list is complete, also where it has to be read in several pages.',
  'Nothing is sent until the person has seen the whole of it.',
  'The old value stays readable next to the new one.',
  'Values that are no longer offered stay visible where they were set.',
  'The answer comes within two seconds for 1,000 rows.',
  'A second try does not write a second time.',
  'Numbers, dates and names follow the rules of the reader.',
] as const;

const whys = [
  'Auditors compare the file with the page line by line.',
  'Last year 14 contracts were changed twice on the same day.',
  'The call centre reads these lists aloud to customers.',
  'Suppliers work with tablets and lose the line in the hall.',
  'Two releases were held back because nobody saw the missing field.',
  'The law asks for a proof of who changed what, for ten years.',
  'People print the list because they do not trust the screen.',
  'Support answers this question about thirty times a week.',
  'The training of new colleagues spends half a day on it.',
  'A wrong country code costs about 400 euros a case.',
] as const;

const limits = [
  'Archived projects stay as they are.',
  'The old import keeps its own rules until version 5.0.',
  'Mail is not part of this.',
  'Only the browser is meant here, not the command line.',
  'Prices are checked elsewhere, see art #12.',
] as const;

const criteria = [
  'It works by keyboard alone.',
  'It is written in the manual.',
  'It holds for 20,000 rows.',
  'A member of QA has seen it.',
  'The German text fits on one line.',
  'The old links still work.',
] as const;

/** Requirement texts read as people write them; `place` below 1,320 gives every requirement a title of its own. */
export function requirementTitle(place: number): string {
  // 7 and 40 have no common factor with 33: the walk meets every pair once before it repeats.
  const action = actions[place % actions.length] ?? actions[0];
  const setting =
    settings[(place + Math.floor(place / actions.length) * 7) % settings.length] ?? settings[0];
  return `${action} ${setting}`;
}

/** Three short Markdown paragraphs: what, why, and sometimes what is left out or how it is checked. */
export function requirementText(random: Random): string {
  const parts = [`**What** ${random.pick(whats)} ${random.pick(whats)}`];
  parts.push(`**Why** ${random.pick(whys)}`);
  if (random.chance(0.35)) parts.push(`**Not now** ${random.pick(limits)}`);
  if (random.chance(0.3)) {
    parts.push(`Done when:\n\n- ${random.pick(criteria)}\n- ${random.pick(criteria)}`);
  }
  return parts.join('\n\n');
}

const remarks = [
  'Legal agrees with the wording.',
  'I tried it with the data of last year, 14 rows differ.',
  'Can we have this before the audit?',
  'Two suppliers asked for the same thing this week.',
  'The second sentence was unclear, I have rewritten it.',
  'Moved: the team is on the import until Friday.',
  'Talked with support, they would use it every day.',
  'Please check the numbers in the **Why** part.',
  'This depends on art #12, see the note there.',
  'Estimate after a look at the code: not more than three days.',
  'Shown to the customer, no objections.',
  'The due date follows the plan of the release.',
] as const;

/** A remark that fits any requirement. */
export function requirementRemark(random: Random): string {
  return random.pick(remarks);
}

const auditNotes = [
  'Seen by the auditor, no finding.',
  'Evidence is in the folder of the quarter.',
  'Open question from the last audit, answer due with 4.2.',
] as const;

export function auditNote(random: Random): string {
  return random.pick(auditNotes);
}
