import type { KeptRecord, Slot } from '~/kept/record';
import { drop, keep, type Parts, readSlot } from '~/kept/store';
import { toast } from '~/ui/overlay/toasts';

/** Puts a discarded draft back, unless another one was begun in its place meanwhile: that one is the newer. */
async function giveBack(slot: Slot, name: string, parts: Parts): Promise<void> {
  const again = { label: 'Undo', onSelect: () => void giveBack(slot, name, parts) };
  const there = await readSlot(slot);
  if ('value' in there && there.value.size > 0) {
    toast(`There is a newer draft of ${name}. Save or discard it, then undo.`, again);
    return;
  }
  const trouble =
    'trouble' in there ? there.trouble : await keep(slot, { changed: parts, all: () => parts });
  if (trouble) toast(`The draft of ${name} could not be put back into this browser.`, again);
}

/** Takes a draft away, and gives it back whole when that was not meant. A storage that fails is said. */
export async function discard(
  slot: Slot,
  name: string,
  records: readonly KeptRecord[],
): Promise<void> {
  const parts = new Map(records.map(({ part, body }) => [part, body]));
  if (await drop(slot)) {
    toast(`The draft of ${name} is still there: this browser could not take it away.`);
    return;
  }
  toast(`The draft of ${name} is discarded.`, {
    label: 'Undo',
    onSelect: () => void giveBack(slot, name, parts),
  });
}
