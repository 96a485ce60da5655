import { ChevronDown } from 'lucide-react';
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
 * One choice of a short list, with dots or initials. For more than about 30 options take `ComboBox`, for plain words on
 * a light page `NativeSelect`. It is a combobox to assistive tools: its name is the label, its value the text in it.
 */
export function Select({ value, onChange, options, placeholder = 'None', ...facts }: SelectProps) {
  const ids = useFieldIds(facts);
  const label = `${ids.control}-label`;
  const chosen = options.find((option) => option.value === value);
  return (
    <Field ids={ids} {...facts} isGroup>
      <AriaSelect
        aria-labelledby={label}
        value={value}
        onChange={(key) => {
          if (key !== null) onChange(String(key));
        }}
        isDisabled={facts.disabledReason !== undefined}
        isInvalid={Boolean(facts.error)}
        isRequired={facts.isRequired ?? false}
        validationBehavior="aria"
      >
        <Button
          className="control select-button"
          render={(button) => (
            <button
              {...button}
              role="combobox"
              aria-expanded={button['aria-expanded']}
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
