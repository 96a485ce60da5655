// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { editField, giveSizes } from '../../../tests/fixtures/editField';
import { aListField, aStaticValue, aUserValue } from '../../../tests/fixtures/fields';

test('E4: a long list is found by typing, and only what is in sight is drawn', async () => {
  giveSizes(onTestFinished);
  const people = Array.from({ length: 5000 }, (_, index) =>
    aUserValue(200 + index, `user${index}`, `Person ${index}`),
  );
  const { write, user } = editField(aListField('sb', people, { label: 'Assigned to' }));
  const box = screen.getByRole('combobox', { name: 'Assigned to' });
  await user.type(box, 'Person 4');
  expect(screen.getAllByRole('option').length).toBeLessThan(30);
  await user.type(box, '711');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(write()?.bind_value_ids).toEqual([4911]);
});

test('E4: a text that means what is chosen is written out again by Enter, and the list closed', async () => {
  giveSizes(onTestFinished);
  const choices = Array.from({ length: 200 }, (_, index) =>
    aStaticValue(101 + index, `Choice ${index + 1}`),
  );
  const { write, user } = editField(aListField('sb', choices, { label: 'Priority' }), {
    values: [{ id: 255, label: 'Choice 155', color: null, tlp_color: null, is_hidden: false }],
    bind_value_ids: [255],
  });
  const before = write()?.bind_value_ids;
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Priority' });
  await user.type(box, 'hoice 155', {
    initialSelectionStart: 0,
    initialSelectionEnd: box.value.length,
  });
  await waitFor(() => expect(box).toHaveAttribute('aria-expanded', 'true'));
  await user.keyboard('{Enter}');
  expect(box).toHaveValue('Choice 155');
  expect(box).toHaveAttribute('aria-expanded', 'false');
  expect(write()?.bind_value_ids).toEqual(before);
});
