// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { formatDateTime } from '~/lib/dates';
import { editField } from '../../../tests/fixtures/editField';
import { aField } from '../../../tests/fixtures/fields';

test('E3: a default without a zone is written as the reader writes dates, and left as it is', async () => {
  const field = aField('date', { label: 'Starts', is_time_displayed: true });
  const { held, user } = editField(field, { value: '2026-11-21T15:12', is_time_displayed: true });
  const input = screen.getByRole('textbox', { name: 'Starts' });
  expect(input).toHaveValue(formatDateTime('2026-11-21T15:12:00Z', { timeZone: 'UTC' }));
  expect(input).toHaveAccessibleDescription('On the server’s clock');
  await user.click(input);
  await user.tab();
  expect(held.changes).toBe(0);
});
