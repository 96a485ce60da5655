// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { createQueryClient } from '~/api/queryClient';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { useMention } from './useMention';

afterEach(cleanup);

function Comment() {
  const [text, setText] = useState('');
  const around = [{ login: 'yuki', label: '由紀' }];
  const mention = useMention({ text, onChange: setText, around });
  return (
    <textarea
      {...mention.props}
      aria-label="Comment"
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

test('H5: Enter that ends a composition goes to the input method, the next one takes the person', () => {
  beSignedIn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Comment />
    </QueryClientProvider>,
  );
  const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  fireEvent.change(area, { target: { value: '@y' } });
  area.setSelectionRange(2, 2);
  fireEvent.select(area);
  // fireEvent gives false where somebody kept the key.
  expect(fireEvent.keyDown(area, { key: 'Enter', isComposing: true })).toBe(true);
  expect(area).toHaveValue('@y');
  expect(fireEvent.keyDown(area, { key: 'Enter' })).toBe(false);
  expect(area).toHaveValue('@yuki ');
});
