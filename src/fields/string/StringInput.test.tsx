// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { editField } from '../../../tests/fixtures/editField';
import { aField } from '../../../tests/fixtures/fields';

test('E1: a string with a limit shows what its field is for, too', () => {
  const specific_properties = { maxchars: '4' };
  editField(aField('string', { label: 'Title', description: 'In a word', specific_properties }));
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveAccessibleDescription(
    '0 of 4 characters · In a word',
  );
});
