import { focusQuietly } from '~/ui/pick/PickInput';

const CONTROL = 'input, textarea:not([hidden]), select, button:not(.text-button), [tabindex]';

type Focus = (place: HTMLElement) => void;

function focusIn(row: Element | null, focus: Focus = (place) => place.focus()): void {
  for (let around = row?.closest('details'); around; ) {
    around.open = true;
    around = around.parentElement?.closest('details') ?? null;
  }
  row?.scrollIntoView({ block: 'nearest' });
  // A long text has its switches before it and a list its chips: who jumps there wants to write.
  const place =
    row?.querySelector('textarea:not([hidden]), [role=combobox], input[type=radio]:checked') ??
    row?.querySelector(CONTROL) ??
    row;
  if (place instanceof HTMLElement) focus(place);
}

/** Puts the focus into a field of the page by its id, unfolding what hides it. */
export function focusField(fieldId: number): void {
  focusIn(document.querySelector(`[data-field="${fieldId}"]`));
}

/** The same, where nobody asked for the list that the control opens. */
export function focusFieldQuietly(fieldId: number): void {
  focusIn(document.querySelector(`[data-field="${fieldId}"]`), focusQuietly);
}

/** Puts the focus into the first field that can be changed: a row that is being edited is no `dl`. */
export function focusFirstField(): void {
  focusIn(document.querySelector('.artifact-layout [data-field]:not(dl)'));
}

/** Puts the focus into the comment that goes out with the save, the one of the part that is shown. */
export function focusComment(): void {
  const boxes = [...document.querySelectorAll('[data-comment]')];
  focusIn(boxes.find((box) => !box.closest('[hidden]')) ?? null);
}
