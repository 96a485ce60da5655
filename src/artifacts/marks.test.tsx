import { fireEvent, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMark } from '~/fields/text/marks/applyMark';
import { renderArtifact } from '../../tests/fixtures/artifactPage';

// The test's page has no `execCommand`: what browsers do with it is held by e2e/form-work.e2e.ts.
beforeAll(() => {
  document.execCommand = (command, _isShown, text = '') => {
    const area = document.activeElement;
    if (!(area instanceof HTMLTextAreaElement) || !/^(insertText|delete)$/.test(command))
      return false;
    const { value, selectionStart, selectionEnd } = area;
    const next = value.slice(0, selectionStart) + text + value.slice(selectionEnd);
    return fireEvent.input(area, { target: { value: next } });
  };
});
afterAll(() => {
  Reflect.deleteProperty(document, 'execCommand');
});

const description = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Description' });

/** Selects a word of the description. */
function select(word: string): void {
  const area = description();
  const at = area.value.indexOf(word);
  area.focus();
  area.setSelectionRange(at, at + word.length);
}

test('E1: a Markdown text is marked by button and by key, and the draft has it', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  const tools = screen.getByRole('toolbar', { name: 'Marks in Description' });
  select('export');
  await user.click(within(tools).getByRole('button', { name: 'Bold' }));
  expect(description().value).toContain('An **export** holds');
  expect(description()).toHaveFocus();
  expect(screen.getByText('1 change')).toBeVisible();
  await user.keyboard('{Control>}i{/Control}');
  expect(description().value).toContain('An ***export*** holds');
  await user.keyboard('{Control>}i{/Control}{Control>}b{/Control}');
  expect(description().value).toContain('An export holds');
  expect(screen.getByText('No changes yet')).toBeVisible();
});

test('E1: marks are for Markdown that is written: another format and the preview have none', async () => {
  const { user } = await renderArtifact();
  await user.keyboard('e');
  const tools = () => screen.queryByRole('toolbar', { name: 'Marks in Description' });
  await user.click(screen.getAllByRole('button', { name: 'Preview' })[0] ?? document.body);
  expect(tools()).not.toBeInTheDocument();
  await user.click(screen.getAllByRole('button', { name: 'Write' })[0] ?? document.body);
  expect(tools()).toBeVisible();
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Format of Description' }),
    'Plain text',
  );
  expect(tools()).not.toBeInTheDocument();
  select('export');
  await user.keyboard('{Control>}b{/Control}');
  expect(description().value).toContain('An export holds');
});

test('E1: a text that is locked takes no mark, and none goes to where the focus is', async () => {
  await renderArtifact();
  const [locked, other] = ['locked', 'other'].map((value) => {
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = value;
    return area;
  });
  if (!locked || !other) throw new Error('Both were just made.');
  locked.disabled = true;
  other.focus();
  applyMark(locked, 'bold');
  expect([locked.value, other.value]).toEqual(['locked', 'other']);
  locked.remove();
  other.remove();
});
