import {
  type ComponentPropsWithRef,
  type KeyboardEvent,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';

const QUIET = 'data-quiet-focus';

/** Puts the focus into a control without opening its list: for who comes back to it and did not ask for the list. */
export function focusQuietly(control: HTMLElement): void {
  control.setAttribute(QUIET, '');
  control.focus();
  control.removeAttribute(QUIET);
}

interface PickInputProps extends ComponentPropsWithRef<typeof Input> {
  /** What is searched for; `''` where the text only names what is chosen. */
  query: string;
}

/** Enter alone, and not the one that ends an input method's word. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing
  );
}

/**
 * Where one types into a list. The kit opens a list with the focus on what is chosen already: after a text that came at
 * once (pasted), Enter would take that out again, or keep it. Here the focus is on it only where a key has led there.
 */
export function PickInput({ query, onInput, onFocus, onKeyDownCapture, ...props }: PickInputProps) {
  const state = useContext(ComboBoxStateContext);
  const isLed = useRef(false);
  const manager = state?.selectionManager;
  const focused = manager?.focusedKey ?? null;
  const isStray = query !== '' && focused !== null && manager?.isSelected(focused) === true;
  useEffect(() => {
    if (isStray && !isLed.current) manager?.setFocusedKey(null);
  }, [isStray, manager]);
  return (
    <Input
      {...props}
      onFocus={(event) => {
        // The kit has just opened it, in this same task: nothing was drawn yet.
        if (event.currentTarget.hasAttribute(QUIET)) state?.setOpen(false);
        onFocus?.(event);
      }}
      onInput={(event) => {
        isLed.current = false;
        onInput?.(event);
      }}
      onKeyDownCapture={(event) => {
        if (/^(Arrow(Up|Down)|Page)/.test(event.key)) isLed.current = true;
        onKeyDownCapture?.(event);
      }}
    />
  );
}
