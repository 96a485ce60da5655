import { useEffect, useEffectEvent } from 'react';

/** True while the person types or chooses: single-letter shortcuts must not fire then. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=listbox], [role=combobox], [role=menu]',
    ) !== null
  );
}

/** True for Ctrl or Cmd with Enter: "save" everywhere. */
export function isSaveKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
}

/** The same with Shift: to look at what would be saved. */
export function isReviewKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.shiftKey;
}

/** True for a key alone, not typed into anything. */
export function isPlainKey(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.metaKey || event.altKey) && !isTyping(event.target);
}

/** Whether a dialog lies over the listener, for which keys are meant then; `own` is 1 for who listens from a dialog. */
export function isUnderDialog(own: 0 | 1 = 0): boolean {
  return document.querySelectorAll('dialog[open]').length > own;
}

/**
 * Listens to keys of the whole window. A page's shortcuts; every one of them has a button too. The save keys are heard
 * before the control that has the focus: a list would take their Enter for its own.
 */
export function useKeydown(onKey: (event: KeyboardEvent) => void): void {
  const latest = useEffectEvent(onKey);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!event.defaultPrevented) latest(event);
    };
    const isEarly = (event: KeyboardEvent) => isSaveKey(event) || isReviewKey(event);
    const first = (event: KeyboardEvent) => {
      if (!isEarly(event)) return;
      hear(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    const listener = (event: KeyboardEvent) => {
      if (!isEarly(event)) hear(event);
    };
    window.addEventListener('keydown', first, { capture: true });
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', first, { capture: true });
      window.removeEventListener('keydown', listener);
    };
  }, []);
}
