import { useMemo, useRef, useState } from 'react';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { equal } from '~/lib/equal';
import { Field, type FieldFacts, useFieldIds } from '../form/Field';
import { Chip } from './Chip';
import { matches } from './matches';
import { OpenButton } from './OpenButton';
import { type Option, OptionPopup } from './options';

interface MultiSelectProps extends FieldFacts {
  value: readonly string[];
  onChange(value: string[]): void;
  options: readonly Option[];
  placeholder?: string;
  /** Hears what is typed, for options that the server finds. */
  onSearch?: (text: string) => void;
  /** What the list says when nothing matches. */
  empty?: string;
  /** What it says after what matches. */
  hint?: string | undefined;
  /** Hears what was typed and not chosen when it is left. */
  onLeave?: (text: string) => void;
  /** What the typed text itself would make. */
  extra?: Option | undefined;
}

/** Several choices of a list of any length: chips, typing filters, Backspace in the empty text removes the last one. */
export function MultiSelect({
  value,
  onChange,
  options,
  placeholder = 'None',
  onSearch,
  empty = 'No option matches',
  hint,
  onLeave,
  extra,
  ...facts
}: MultiSelectProps) {
  const ids = useFieldIds(facts);
  const [text, setOwnText] = useState('');
  /** What somebody typed and did not choose: the kit empties the text by itself when it closes the list. */
  const typed = useRef('');
  const setText = (next: string) => {
    setOwnText(next);
    onSearch?.(next);
  };
  const shown = useMemo(
    () => matches(options, { text, chosen: value, extra, empty, hint }),
    [options, text, value, extra, empty, hint],
  );
  const isOff = facts.disabledReason !== undefined;
  /** What the text means as it stands, where no option has the focus: itself, or an option of just that name. */
  const meant = extra ?? options.find(({ label }) => label === text.trim());
  const chosen = value.map(
    (each): Option =>
      options.find((option) => option.value === each) ?? { value: each, label: each },
  );
  return (
    <Field ids={ids} {...facts} isGroup>
      <AriaComboBox<Option, 'multiple'>
        aria-labelledby={`${ids.control}-label`}
        selectionMode="multiple"
        value={value}
        onChange={(keys) => {
          // The kit gives the same choice once more when the list is closed: nobody chose anything then.
          if (equal(keys, value)) return;
          typed.current = '';
          setText('');
          onChange(keys.map(String));
        }}
        inputValue={text}
        onInputChange={setText}
        items={shown}
        menuTrigger="focus"
        allowsEmptyCollection
        isDisabled={isOff}
        isInvalid={Boolean(facts.error)}
        isRequired={facts.isRequired ?? false}
        validationBehavior="aria"
      >
        <Group className="control combo">
          {chosen.map((option) => (
            <Chip
              key={option.value}
              option={option}
              onRemove={
                isOff ? undefined : () => onChange(value.filter((each) => each !== option.value))
              }
            />
          ))}
          <Input
            placeholder={chosen.length === 0 ? placeholder : ''}
            // The same name again: axe takes a label below the fold for none.
            aria-label={facts.label}
            aria-describedby={ids.describedBy}
            // A search that was left is no choice, and must not look like one.
            onBlur={() => {
              if (typed.current.trim() !== '') onLeave?.(typed.current);
              typed.current = '';
              setText('');
            }}
            onInput={({ currentTarget }) => {
              typed.current = currentTarget.value;
            }}
            onKeyDownCapture={(event) => {
              // The kit chooses the focused option on Tab. Of several, that one was often just chosen: it would be undone.
              if (event.key === 'Tab') event.stopPropagation();
              if (event.key === 'Escape') typed.current = '';
              const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
              if (!isPlainEnter || event.currentTarget.hasAttribute('aria-activedescendant'))
                return;
              if (meant === undefined || value.includes(meant.value)) return;
              event.preventDefault();
              event.stopPropagation();
              typed.current = '';
              onChange([...value, meant.value]);
              setText('');
            }}
            onKeyDown={(event) => {
              if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
            }}
          />
          <OpenButton />
        </Group>
        <OptionPopup empty={empty} />
      </AriaComboBox>
    </Field>
  );
}
