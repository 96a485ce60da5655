// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { editField } from '../../../tests/fixtures/editField';
import { aField } from '../../../tests/fixtures/fields';

afterEach(cleanup);

test('E7: that there is no sum is said once, and what was set by hand before is told', async () => {
  const { user } = editField(aField('computed'), {
    is_autocomputed: false,
    value: null,
    manual_value: 3,
  });
  const input = screen.getByRole('textbox', { name: 'Effort' });
  expect(input).toHaveAccessibleDescription('The server has no sum yet');
  await user.click(screen.getByRole('button', { name: 'Automatic' }));
  expect(input).toHaveAttribute('placeholder', 'No sum yet');
  expect(input).toHaveAccessibleDescription('By hand it was 3');
});

test('E7: by hand begins with the sum, both are in sight, and automatic takes it back', async () => {
  const facts = { is_autocomputed: true, value: 12, manual_value: null };
  const { write, user } = editField(aField('computed'), facts);
  const input = screen.getByRole('textbox', { name: 'Effort' });
  expect(input).toHaveValue('12');
  expect(input).toHaveAttribute('readonly');
  await user.click(screen.getByRole('button', { name: 'By hand' }));
  expect(input).toHaveValue('12');
  // The sum is chosen whole: what is typed takes its place.
  expect(input).toHaveFocus();
  await user.keyboard('7.5');
  expect(input).toHaveValue('7.5');
  // Pressed once more, it is as it was.
  await user.click(screen.getByRole('button', { name: 'By hand' }));
  expect(input).toHaveValue('7.5');
  await user.click(screen.getByRole('button', { name: 'Automatic' }));
  await user.click(screen.getByRole('button', { name: 'Automatic' }));
  await user.click(screen.getByRole('button', { name: 'By hand' }));
  expect(input).toHaveValue('7.5');
  expect(input).toHaveAccessibleDescription(/The server’s sum is 12/);
  expect(write()).toEqual({ field_id: 7, is_autocomputed: false, manual_value: 7.5 });
  await user.click(screen.getByRole('button', { name: 'Automatic' }));
  expect(write()).toEqual({ field_id: 7, is_autocomputed: true });
  await user.click(screen.getByRole('button', { name: 'By hand' }));
  expect(input).toHaveValue('7.5');
});
