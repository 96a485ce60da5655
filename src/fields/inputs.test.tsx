// @vitest-environment happy-dom
import '../../tests/setupPage';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Field } from '~/api/trackers';
import { dayOf, formatDateTime, formatDay, wallTime } from '~/lib/dates';
import { zoneOffsetOfWallTime } from '~/lib/zones';
import { editField } from '../../tests/fixtures/editField';
import { aField, aListField, aStaticValue } from '../../tests/fixtures/fields';
import { type DateValue, dateField } from './date/dateField';
import { inputOf } from './inputs';
import { contracts } from './registry';

afterEach(cleanup);

const staticList = (type: string, count: number, facts: Partial<Field> = {}) =>
  aListField(
    type,
    Array.from({ length: count }, (_, index) => aStaticValue(101 + index, `Choice ${index + 1}`)),
    { label: 'Priority', ...facts },
  );

const chosen = (id: number, label: string) => ({
  values: [{ id, label, color: null, tlp_color: null, is_hidden: false }],
  bind_value_ids: [id],
});

describe('text', () => {
  test('E1: a string is typed; a limit is counted, not cut', async () => {
    const field = aField('string', { label: 'Title', specific_properties: { maxchars: '4' } });
    const { held, user } = editField(field, { value: 'Pump' });
    const input = screen.getByRole('textbox', { name: 'Title' });
    expect(input).toHaveAccessibleDescription('4 of 4 characters');
    await user.type(input, 's');
    expect(held.value).toBe('Pumps');
    expect(input).toHaveAccessibleDescription('5 of 4 characters, 1 too many');
  });

  test('E12: an error is announced with its control', () => {
    editField(
      aField('string', { label: 'Title', required: true }),
      undefined,
      'Title is required.',
    );
    const input = screen.getByRole('textbox', { name: 'Title' });
    expect(input).toBeInvalid();
    expect(input).toBeRequired();
    expect(input).toHaveAccessibleDescription('Title is required.');
  });

  const markdown = {
    value: '<p>a</p>',
    format: 'html',
    commonmark: '**a**\r\nb',
    post_processed_value: '<p>a</p>',
  };
  const html = { value: '<p>a</p>', format: 'html', post_processed_value: '<p>a</p>' };

  test('E1: Markdown is edited from its source, and typing keeps the other line ends', async () => {
    const { write, user } = editField(aField('text', { label: 'Description' }), markdown);
    const area = screen.getByRole('textbox', { name: 'Description' });
    expect(area).toHaveValue('**a**\nb');
    expect(screen.getByRole('combobox', { name: 'Format of Description' })).toHaveValue(
      'commonmark',
    );
    await user.type(area, '!');
    expect(write()?.value).toEqual({ content: '**a**\r\nb!', format: 'commonmark' });
    await user.keyboard('{Backspace}');
    expect(write()?.value).toEqual({ content: '**a**\r\nb', format: 'commonmark' });
  });

  test('E1: Markdown is previewed before it is saved, made safe, and looking changes nothing', async () => {
    const { held, user } = editField(aField('text', { label: 'Description' }), {
      ...markdown,
      commonmark: '# Head\n\n**bold** [x](javascript:alert(1)) <img src=x onerror=alert(1)>',
    });
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    const preview = screen.getByRole('region', { name: 'Preview of Description' });
    expect(await within(preview).findByText('bold')).toBeVisible();
    expect(preview.querySelector('[href^=javascript], [onerror], img')).toBeNull();
    // The picture is a link that says whose it is; nothing is loaded before it is followed.
    expect(within(preview).getAllByRole('link')).toHaveLength(1);
    expect(within(preview).getByRole('link')).toHaveTextContent(
      /^Image from .*: not loaded, opens in a new tab$/,
    );
    await user.click(screen.getByRole('button', { name: 'Write' }));
    expect(screen.getByRole('textbox', { name: 'Description' })).toBeVisible();
    expect(held.changes).toBe(0);
  });

  test('E1: HTML is edited as its source and can be looked at', async () => {
    const { user } = editField(aField('text', { label: 'Description' }), html);
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue('<p>a</p>');
    expect(screen.getByRole('combobox', { name: 'Format of Description' })).toHaveValue('html');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('a', { selector: '.safe-html *, .safe-html' })).toBeVisible();
  });

  test('E1: another format is chosen on purpose, and the text is not converted', async () => {
    const { write, user } = editField(aField('text', { label: 'Description' }), html);
    const format = screen.getByRole('combobox', { name: 'Format of Description' });
    await user.selectOptions(format, 'commonmark');
    expect(write()?.value).toEqual({ content: '<p>a</p>', format: 'commonmark' });
    expect(screen.getByText(/Was HTML source: the text itself is not converted/)).toBeVisible();
  });
});

describe('numbers and dates', () => {
  test('E2: what is typed stays, also when it is no number', async () => {
    const { held, user } = editField(aField('float'), { value: 1.5 });
    const input = screen.getByRole('textbox', { name: 'Effort' });
    await user.clear(input);
    await user.type(input, '1,5');
    expect(held.value).toBe('1,5');
    expect(input).toHaveValue('1,5');
  });

  test('E3: a day is typed as people write days, cleared, and said back', async () => {
    const field = aField('date', { label: 'Due date', is_time_displayed: false });
    const { write, user } = editField(field, {
      value: '2026-12-24T00:00:00+01:00',
      is_time_displayed: false,
    });
    const input = screen.getByRole('textbox', { name: 'Due date' });
    expect(input).toHaveValue(formatDay('2026-12-24'));
    await user.clear(input);
    expect(write()?.value).toBe('');
    await user.type(input, '2027-1-5');
    expect(write()?.value).toBe('2027-01-05');
    expect(input).toHaveAccessibleDescription(formatDay('2027-01-05'));
    await user.clear(input);
    await user.type(input, 'today+3d');
    // By the calendar: near a change of the clock three days are no 72 hours.
    const inThreeDays = new Date();
    inThreeDays.setDate(inThreeDays.getDate() + 3);
    expect(write()?.value).toBe(dayOf(inThreeDays.getTime()));
    await user.tab();
    expect(input).toHaveValue(formatDay(dayOf(inThreeDays.getTime())));
  });

  test('E3: a day of the calendar keeps the time that was typed', async () => {
    const field = aField('date', { label: 'Starts', is_time_displayed: true });
    const { held, user } = editField(field, { value: null, is_time_displayed: true });
    const input = screen.getByRole('textbox', { name: 'Starts' });
    await user.type(input, '24 Dec 2026 17:30');
    const calendar = input.parentElement?.querySelector('input[type=date]');
    fireEvent.change(calendar ?? input, { target: { value: '2026-12-25' } });
    expect(held.value).toMatchObject({ text: '2026-12-25T17:30' });
    expect(input).toHaveValue(formatDateTime(new Date(2026, 11, 25, 17, 30).toISOString()));
  });

  test('E3: emptied first, the calendar keeps the time that stands on the server', async () => {
    const field = aField('date', { label: 'Starts', is_time_displayed: true });
    const noon = new Date(2026, 11, 24, 12, 30).toISOString();
    const { held, user } = editField(field, { value: noon, is_time_displayed: true });
    const input = screen.getByRole('textbox', { name: 'Starts' });
    await user.clear(input);
    const calendar = input.parentElement?.querySelector('input[type=date]');
    fireEvent.change(calendar ?? input, { target: { value: '2026-12-28' } });
    expect(held.value).toMatchObject({ text: '2026-12-28T12:30' });
  });

  test('E3: text that is no date stays, and is told instead of sent', async () => {
    const field = aField('date', { label: 'Due date', is_time_displayed: false });
    const { held, user } = editField(field, { value: null, is_time_displayed: false });
    const input = screen.getByRole('textbox', { name: 'Due date' });
    await user.type(input, 'some day');
    await user.tab();
    expect(input).toHaveValue('some day');
    expect(dateField.validate?.(held.value as DateValue, field)).toMatch(/^This is not a date/);
  });

  test('E3: a word that is no time stays letter for letter', async () => {
    const field = aField('date', { label: 'Starts', is_time_displayed: true });
    const { user } = editField(field, { value: null, is_time_displayed: true });
    const input = screen.getByRole('textbox', { name: 'Starts' });
    await user.type(input, 'Tomorow 25:00');
    await user.tab();
    expect(input).toHaveValue('Tomorow 25:00');
  });

  test('E3: a time says in which zone it is meant, and typed back it is no change', async () => {
    const field = aField('date', { label: 'Starts', is_time_displayed: true });
    const stored = '2026-12-24T17:30:00+05:30';
    const { write, user } = editField(field, { value: stored, is_time_displayed: true });
    const input = screen.getByRole('textbox', { name: 'Starts' });
    expect(input).toHaveAccessibleDescription(/on the server’s clock \(UTC\+05:30\)/);
    const before = wallTime(stored);
    await user.clear(input);
    expect(write()?.value).toBe('');
    await user.type(input, '2026-07-01 09:30');
    expect(write()?.value).toBe(`2026-07-01T09:30:00${zoneOffsetOfWallTime('2026-07-01T09:30')}`);
    await user.clear(input);
    await user.type(input, before);
    expect(write()?.value).toBe(stored);
  });
});

describe('single lists', () => {
  test('E4: a select box is opened, moved through and chosen from by keys', async () => {
    const { write, user } = editField(staticList('sb', 4), chosen(102, 'Choice 2'));
    const box = screen.getByRole('combobox', { name: 'Priority' });
    expect(box).toHaveTextContent('Choice 2');
    await user.tab();
    expect(box).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(within(screen.getByRole('listbox')).getAllByRole('option')[0]).toHaveTextContent('None');
    // The list has the focus a moment after it is there.
    await waitFor(() => expect(screen.getByRole('option', { name: 'Choice 2' })).toHaveFocus());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(write()?.bind_value_ids).toEqual([103]);
  });

  test('E4: none is a choice, unless the field is required', async () => {
    const { write, user } = editField(staticList('rb', 3), chosen(102, 'Choice 2'));
    expect(screen.getByRole('radiogroup', { name: 'Priority' })).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'None' }));
    expect(write()?.bind_value_ids).toEqual([100]);
    cleanup();
    editField(staticList('rb', 3, { required: true }));
    expect(screen.queryByRole('radio', { name: 'None' })).toBeNull();
    expect(screen.getAllByRole('radio').filter((radio) => radio.matches(':checked'))).toEqual([]);
  });

  test('E4: radios are chosen by keys', async () => {
    const { write, user } = editField(staticList('rb', 3), chosen(101, 'Choice 1'));
    screen.getByRole('radio', { name: 'Choice 3' }).focus();
    await user.keyboard(' ');
    expect(write()?.bind_value_ids).toEqual([103]);
  });
});

describe('sets', () => {
  test('E5: checkboxes are switched by keys', async () => {
    const { write, user } = editField(staticList('cb', 3), chosen(102, 'Choice 2'));
    const box = screen.getByRole('checkbox', { name: 'Choice 2' });
    expect(box).toBeChecked();
    box.focus();
    await user.keyboard(' ');
    expect(write()?.bind_value_ids).toEqual([100]);
    await user.click(screen.getByRole('checkbox', { name: 'Choice 3' }));
    await user.click(screen.getByRole('checkbox', { name: 'Choice 1' }));
    expect(write()?.bind_value_ids).toEqual([101, 103]);
    expect(screen.getByRole('group', { name: 'Priority' })).toBeInTheDocument();
  });

  test('E5: chips of a multi-select are added by typing and removed', async () => {
    const { write, user } = editField(staticList('msb', 4), chosen(102, 'Choice 2'));
    await user.type(screen.getByRole('combobox', { name: 'Priority' }), 'choice 1');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(write()?.bind_value_ids).toEqual([101, 102]);
    expect(screen.getByRole('combobox', { name: 'Priority' })).toHaveValue('');
    await user.tab();
    expect(write()?.bind_value_ids).toEqual([101, 102]);
    await user.click(screen.getByRole('button', { name: 'Remove Choice 2' }));
    expect(write()?.bind_value_ids).toEqual([101]);
  });

  test('E5: chips are removed by keys, one after the other, and the focus is never lost', async () => {
    const { write, user } = editField(staticList('cb', 14), {
      values: [],
      bind_value_ids: [101, 102, 103],
    });
    screen.getByRole('button', { name: 'Remove Choice 2' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Remove Choice 3' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Remove Choice 1' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('combobox', { name: 'Priority' })).toHaveFocus();
    expect(write()?.bind_value_ids).toEqual([100]);
  });
});

test('E9: a field that can only be read has no control', () => {
  editField(aField('aid', { label: 'Id' }), { value: 42 });
  expect(screen.getByText('42')).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('E9: every type that can be written has a control', () => {
  const without = contracts.filter(({ id, write }) => write && !inputOf(id));
  expect(without).toEqual([]);
});
