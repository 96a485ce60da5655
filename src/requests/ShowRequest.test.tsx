import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { PlannedWrite } from '~/api/requests/write';
import { ShowRequest } from './ShowRequest';

const put = (value: string): PlannedWrite => ({
  method: 'PUT',
  path: 'artifacts/7',
  body: { values: [{ field_id: 1, value }] },
  headers: { 'If-Match': '1795' },
  about: null,
  schema: z.unknown(),
});

test('A1: what would be sent is planned when somebody looks, and each of several requests is shown', async () => {
  const user = userEvent.setup();
  let typed = 'first';
  const plan = () => [put('a check'), put(typed)];
  render(<ShowRequest plan={plan} note="The first only asks." />);
  typed = 'typed later';
  await user.click(screen.getByRole('button', { name: 'Show the request' }));
  const dialog = await screen.findByRole('dialog', { name: 'The request, not sent yet' });
  expect(dialog).toHaveTextContent('The first only asks.');
  await user.click(screen.getByRole('button', { name: '2. PUT' }));
  await user.click(screen.getByRole('button', { name: 'JSON' }));
  expect(dialog).toHaveTextContent(/if-match: 1795/i);
  expect(dialog).toHaveTextContent(/"value": "typed later"/);
  await user.click(screen.getByRole('button', { name: 'XML' }));
  expect(dialog).toHaveTextContent('<value>typed later</value>');
});

test('A1: where nothing would be sent, the reason stands there instead', async () => {
  const user = userEvent.setup();
  render(<ShowRequest plan={() => []} empty="The name is missing." note="Not said then." />);
  await user.click(screen.getByRole('button', { name: 'Show the request' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('The name is missing.');
  expect(dialog).not.toHaveTextContent('Not said then.');
});
