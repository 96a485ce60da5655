import { useMemo, useRef, useState } from 'react';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Field, type FieldFacts, useFieldIds } from '../form/Field';
import { matches, meantOption } from './matches';
import { OpenButton } from './OpenButton';
import { type Option, OptionMark, OptionPopup } from './options';
import { isPlainEnter, PickInput } from './PickInput';
import { useAwaited } from './useAwaited';

interface ComboBoxProps extends FieldFacts {
  value: string | null;
  onChange(value: string | null): void;
  options: readonly Option[];
  placeholder?: string;
  /** Hears what is typed, for options that the server finds. */
  onSearch?: (text: string) => void;
  /** What the list says when nothing matches. */
  empty?: string;
  /** What it says after what matches. */
  hint?: string | undefined;
}

/** One choice of a long list: typing filters, arrows choose; emptying the text chooses nothing. */
export function ComboBox({
  value,
  onChange,
  options,
  placeholder = 'None',
  onSearch,
  empty = 'No option matches',
  hint,
  ...facts
}: ComboBoxProps) {
  const ids = useFieldIds(facts);
  /** The focus has just come. */
  const isFresh = useRef(false);
  const [text, setOwnText] = useState('');
  const setText = (next: string) => {
    setOwnText(next);
    onSearch?.(next);
  };
  const chosen = options.find((option) => option.value === value);
  // The name of what is chosen stands in the input; it is not something to search for.
  const query = text === chosen?.label ? '' : text;
  const shown = useMemo(
    () => matches(options, { text: query, chosen: value === null ? [] : [value], empty, hint }),
    [options, query, value, empty, hint],
  );
  // What the text means as it stands, where no option has the focus. Where there may be more elsewhere, only what it names.
  const meant =
    hint === undefined
      ? meantOption(options, query)
      : options.find(({ label }) => query !== '' && label === query.trim());
  function take(option: Option): void {
    setText(option.label);
    onChange(option.value);
  }
  const awaitMeant = useAwaited(query, meant, take);
  return (
    <Field ids={ids} {...facts} isGroup>
      <AriaComboBox<Option>
        aria-labelledby={`${ids.control}-label`}
        value={value}
        onChange={(key) => onChange(key === null ? null : String(key))}
        items={shown}
        onInputChange={setText}
        menuTrigger="focus"
        allowsEmptyCollection
        isDisabled={facts.disabledReason !== undefined}
        isInvalid={Boolean(facts.error)}
        isRequired={facts.isRequired ?? false}
        validationBehavior="aria"
      >
        <Group className="control combo">
          {chosen ? <OptionMark option={chosen} /> : null}
          <PickInput
            query={query}
            placeholder={placeholder}
            // The same name again: axe takes a label below the fold for none.
            aria-label={facts.label}
            aria-describedby={ids.describedBy}
            onKeyDownCapture={(event) => {
              const isLed = event.currentTarget.hasAttribute('aria-activedescendant');
              // What is chosen already is written out again, and the list closed, by the kit.
              if (!isPlainEnter(event) || isLed || meant?.value === value) return;
              if (meant === undefined && (hint === undefined || query.trim() === '')) return;
              event.preventDefault();
              event.stopPropagation();
              if (meant) take(meant);
              else awaitMeant();
            }}
            onFocus={() => {
              isFresh.current = true;
            }}
            onClick={({ currentTarget }) => {
              // As the tab key does: who types finds another one, and does not write on behind the name of this one.
              if (isFresh.current) currentTarget.select();
              isFresh.current = false;
            }}
          />
          <OpenButton />
        </Group>
        <OptionPopup empty={empty} />
      </AriaComboBox>
    </Field>
  );
}
