import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { usePeopleSearch } from '~/fields/people/usePeopleSearch';
import { type Mentionable, matching, mentionAt, type Typed, withMention } from './mention';

interface MentionFacts {
  text: string;
  onChange(text: string): void;
  /** People whom the artifact names: offered from the first letter, before anybody is searched. */
  around: readonly Mentionable[];
}

const none: Typed = { at: -1, letters: '' };

/** Where an arrow leads in a list that goes round. */
function step(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count;
  return key === 'ArrowUp' ? (active - 1 + count) % count : null;
}

/**
 * Offers people while `@name` is typed into a text: arrows choose, Enter or Tab takes, Escape goes on typing. The focus
 * stays in the text (features H5).
 */
export function useMention({ text, onChange, around }: MentionFacts) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [active, setActive] = useState(0);
  const caret = useRef<number | null>(null);
  const { letters } = typed ?? none;
  const search = usePeopleSearch(letters);
  const people = typed ? matching(letters, around, search.people) : [];
  const isOpen = people.length > 0;

  // The text comes back from the draft: only then the caret can be put behind the name.
  useLayoutEffect(() => {
    if (caret.current === null || !text) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  function look(): void {
    const element = area.current;
    const isCaret = element !== null && element.selectionStart === element.selectionEnd;
    const next = isCaret ? mentionAt(element.value, element.selectionStart) : null;
    if (next?.at !== typed?.at || next?.letters !== typed?.letters) setActive(0);
    setTyped(next);
  }

  function take(person: Mentionable): void {
    if (!typed) return;
    const next = withMention(text, typed, person.login);
    caret.current = next.caret;
    setTyped(null);
    onChange(next.text);
    area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter that ends a composition (Japanese, Chinese) belongs to the input method.
    if (event.nativeEvent.isComposing) return;
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = step(event.key, active, people.length);
    const person = people[active];
    if (next !== null) setActive(next);
    else if (event.key === 'Escape') setTyped(null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && person) {
      take(person);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    people,
    active,
    take,
    listId: id,
    optionId: (index: number) => `${id}-${index}`,
    /** For the text area. */
    props: {
      ref: area,
      onKeyDown,
      onSelect: look,
      onBlur: () => setTyped(null),
      'aria-autocomplete': 'list' as const,
      'aria-haspopup': 'listbox' as const,
      'aria-controls': isOpen ? id : undefined,
      'aria-activedescendant': isOpen ? `${id}-${active}` : undefined,
    },
  };
}
