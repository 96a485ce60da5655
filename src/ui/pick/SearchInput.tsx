import { type RefObject, useRef, useState } from 'react';
import { isPlainEnter, PickInput } from './PickInput';

/** The text of a list that is searched. */
export interface SearchText {
  text: string;
  setText(text: string): void;
  /** What somebody typed and did not choose: the kit empties the text by itself when it closes the list. */
  typed: RefObject<string>;
  /** Something was chosen, or the list is left: nothing is typed any more. */
  clear(): void;
}

/** The text of one list; `onSearch` hears it. */
export function useSearchText(onSearch: ((text: string) => void) | undefined): SearchText {
  const [text, setOwnText] = useState('');
  const typed = useRef('');
  const setText = (next: string) => {
    setOwnText(next);
    onSearch?.(next);
  };
  return {
    text,
    setText,
    typed,
    clear() {
      typed.current = '';
      setText('');
    },
  };
}

interface SearchInputProps {
  label: string;
  placeholder: string;
  search: SearchText;
  describedBy: string | undefined;
  /** Hears what was typed and not chosen when it is left. */
  onLeave: ((text: string) => void) | undefined;
  /** Enter where no option has the focus; false where the text means nothing that could be chosen. */
  onEnter(): boolean;
  /** Backspace where there is no text. */
  onErase(): void;
}

/** Where one types into a list with several choices. */
export function SearchInput(props: SearchInputProps) {
  const { label, placeholder, describedBy, search, onLeave, onEnter, onErase } = props;
  const { text, typed, clear } = search;
  return (
    <PickInput
      query={text}
      placeholder={placeholder}
      // The same name again: axe takes a label below the fold for none.
      aria-label={label}
      aria-describedby={describedBy}
      // A search that was left is no choice, and must not look like one.
      onBlur={() => {
        if (typed.current.trim() !== '') onLeave?.(typed.current);
        clear();
      }}
      onInput={({ currentTarget }) => {
        typed.current = currentTarget.value;
      }}
      onKeyDownCapture={(event) => {
        // The kit chooses the focused option on Tab. Of several, that one was often just chosen: it would be undone.
        if (event.key === 'Tab') event.stopPropagation();
        if (event.key === 'Escape') typed.current = '';
        if (!isPlainEnter(event) || event.currentTarget.hasAttribute('aria-activedescendant'))
          return;
        if (!onEnter()) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Backspace' && text === '') onErase();
      }}
    />
  );
}
