/** Puts the focus into a field of the page by its id, unfolding what hides it. */
export function focusField(fieldId: number): void {
  const row = document.querySelector(`[data-field="${fieldId}"]`);
  for (let around = row?.closest('details'); around; ) {
    around.open = true;
    around = around.parentElement?.closest('details') ?? null;
  }
  const control = row?.querySelector<HTMLElement>(
    'input, textarea, select, button:not(.text-button), [tabindex]',
  );
  row?.scrollIntoView({ block: 'nearest' });
  control?.focus();
}
