import { ChevronDown } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Select as AriaSelect } from 'react-aria-components/Select';
import { Field, type FieldFacts, useFieldIds } from '../form/Field';
import { type Option, OptionMark, OptionPopup } from './options';

interface SelectProps extends FieldFacts {
  value: string | null;
  onChange(value: string): void;
  options: readonly Option[];
  placeholder?: string;
}

/**
 * Whether the list is open, for the kit to tell. A list that closes takes the focus with it, and the kit gives it back a frame
 * later: the keys of who types on would go nowhere meanwhile, so that the button has it at once.
 */
function useFocusBack(button: RefObject<HTMLButtonElement | null>): (isOpen: boolean) => void {
  const [isOpen, setIsOpen] = useState(false);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    const held = document.activeElement;
    const isLost = !held || held === document.body || held.closest('.options-popup') !== null;
    if (wasOpen.current && !isOpen && isLost) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, button]);
  return setIsOpen;
}

/**
 * One choice of a short list, with dots or initials. For more than about 30 options take `ComboBox`, for plain words on
 * a light page `NativeSelect`. It is a combobox to assistive tools: its name is the label, its value the text in it.
 */
export function Select({ value, onChange, options, placeholder = 'None', ...facts }: SelectProps) {
  const ids = useFieldIds(facts);
  const label = `${ids.control}-label`;
  const chosen = options.find((option) => option.value === value);
  const button = useRef<HTMLButtonElement>(null);
  const onOpenChange = useFocusBack(button);
  return (
    <Field ids={ids} {...facts} isGroup>
      <AriaSelect
        aria-labelledby={label}
        value={value}
        onChange={(key) => {
          if (key !== null) onChange(String(key));
        }}
        onOpenChange={onOpenChange}
        isDisabled={facts.disabledReason !== undefined}
        isInvalid={Boolean(facts.error)}
        isRequired={facts.isRequired ?? false}
        validationBehavior="aria"
      >
        <Button
          ref={button}
          className="control select-button"
          render={(own) => (
            <button
              {...own}
              role="combobox"
              aria-expanded={own['aria-expanded']}
              aria-labelledby={label}
              aria-describedby={ids.describedBy}
              aria-invalid={facts.error ? true : undefined}
              aria-required={facts.isRequired || undefined}
            />
          )}
        >
          {chosen ? (
            <>
              <OptionMark option={chosen} />
              <span className="clip">{chosen.label}</span>
              {chosen.note ? <span className="option-note">{chosen.note}</span> : null}
            </>
          ) : (
            <span className="select-placeholder">{placeholder}</span>
          )}
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
        <OptionPopup items={options} empty="Nothing to choose from" />
      </AriaSelect>
    </Field>
  );
}
