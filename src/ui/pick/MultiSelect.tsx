import { useMemo } from 'react';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { equal } from '~/lib/equal';
import { Field, type FieldFacts, useFieldIds } from '../form/Field';
import { Chip } from './Chip';
import { matches, meantOption } from './matches';
import { OpenButton } from './OpenButton';
import { type Option, OptionPopup } from './options';
import { SearchInput, useSearchText } from './SearchInput';
import { useAwaited } from './useAwaited';

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
  /** The value of an option that is like the typed text. */
  alike?: string | undefined;
  /** What the typed text itself would make. */
  extra?: Option | undefined;
}

type Asked = Pick<MultiSelectProps, 'options' | 'value' | 'hint' | 'extra'> & { text: string };

/**
 * What Enter does where no option has the focus: it adds what the text means, now or as soon as that is found. Gives false
 * where the text means nothing that could be added.
 */
function useEnter({ options, text, value, hint, extra }: Asked, add: (option: Option) => void) {
  // Where there may be more elsewhere, only what it names.
  const meant =
    extra ??
    (hint === undefined
      ? meantOption(options, text)
      : options.find(({ label }) => label === text.trim()));
  function addNew(option: Option): boolean {
    const isNew = !value.includes(option.value);
    if (isNew) add(option);
    return isNew;
  }
  const awaitMeant = useAwaited(text, meant, addNew);
  return (): boolean => {
    if (meant) return addNew(meant);
    const isAwaited = hint !== undefined && text.trim() !== '';
    if (isAwaited) awaitMeant();
    return isAwaited;
  };
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
  alike,
  extra,
  ...facts
}: MultiSelectProps) {
  const ids = useFieldIds(facts);
  const search = useSearchText(onSearch);
  const { text, setText, clear } = search;
  const shown = useMemo(
    () => matches(options, { text, chosen: value, alike, extra, empty, hint }),
    [options, text, value, alike, extra, empty, hint],
  );
  const isOff = facts.disabledReason !== undefined;
  const enter = useEnter({ options, text, value, hint, extra }, (option) => {
    onChange([...value, option.value]);
    clear();
  });
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
          clear();
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
          <SearchInput
            label={facts.label}
            placeholder={chosen.length === 0 ? placeholder : ''}
            describedBy={ids.describedBy}
            search={search}
            onLeave={onLeave}
            onEnter={enter}
            onErase={() => onChange(value.slice(0, -1))}
          />
          <OpenButton />
        </Group>
        <OptionPopup empty={empty} />
      </AriaComboBox>
    </Field>
  );
}
