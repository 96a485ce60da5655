import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { latePart } from '../latePart';
import { Dialog } from './Dialog';
import { LateDialog } from './LateDialog';

function Sheet({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Review 1 change" onClose={onClose} actions={<button type="button">Save</button>}>
      What will be sent
    </Dialog>
  );
}

/** A text, and a sheet whose code comes when `release` is called. */
function openPage() {
  let release = () => {};
  const code = new Promise<typeof Sheet>((resolve) => {
    release = () => resolve(Sheet);
  });
  const LateSheet = latePart(() => code);
  function Page() {
    const [isOpen, setIsOpen] = useState(false);
    const close = () => setIsOpen(false);
    return (
      <>
        <input aria-label="Title" onKeyDown={() => setIsOpen(true)} />
        <LateDialog title="Review" isOpen={isOpen} onClose={close}>
          {isOpen ? <LateSheet onClose={close} /> : null}
        </LateDialog>
      </>
    );
  }
  render(<Page />);
  return { release: () => act(async () => release()) };
}

test('E14: the keys after the one that opens a dialog are its own, though its code is still on the way', async () => {
  const { release } = openPage();
  const title = screen.getByRole('textbox', { name: 'Title' });
  title.focus();
  fireEvent.keyDown(title, { key: 'Enter', ctrlKey: true });
  const waiting = screen.getByRole('dialog', { name: 'Review' });
  expect(waiting).toContainElement(document.activeElement as HTMLElement);
  // Escape, as the browser tells it.
  fireEvent(waiting, new Event('cancel', { cancelable: true }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(title).toHaveFocus();
  fireEvent.keyDown(title, { key: 'Enter', ctrlKey: true });
  await release();
  const sheet = await screen.findByRole('dialog', { name: 'Review 1 change' });
  expect(screen.getAllByRole('dialog')).toEqual([sheet]);
  expect(sheet).toContainElement(document.activeElement as HTMLElement);
});
