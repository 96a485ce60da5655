import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Field, type FieldFacts, useFieldIds } from './Field';
import { type Option, OptionMark, OptionPopup } from './options';

interface ComboBoxProps extends FieldFacts {
  value: string | null;
  onChange(value: string | null): void;
  options: readonly Option[];
  placeholder?: string;
}

const MANY = 50;

/**
 * The options a closed list has to hold: with many, only the chosen ones until somebody comes near, as the kit builds
 * its collection of all of them when it mounts.
 */
export function useLateOptions(options: readonly Option[], chosen: readonly string[]) {
  const [isNear, setIsNear] = useState(false);
  const come = () => setIsNear(true);
  const held =
    isNear || options.length <= MANY
      ? options
      : options.filter((option) => chosen.includes(option.value));
  return { held, near: { onFocusCapture: come, onPointerEnter: come } };
}

/** One choice of a long list: typing filters, arrows choose; emptying the text chooses nothing. */
export function ComboBox({
  value,
  onChange,
  options,
  placeholder = 'None',
  ...facts
}: ComboBoxProps) {
  const ids = useFieldIds(facts);
  const { held, near } = useLateOptions(options, value === null ? [] : [value]);
  const chosen = options.find((option) => option.value === value);
  return (
    <Field ids={ids} {...facts} isGroup>
      <AriaComboBox<Option>
        {...near}
        aria-labelledby={`${ids.control}-label`}
        value={value}
        onChange={(key) => onChange(key === null ? null : String(key))}
        defaultItems={held}
        menuTrigger="focus"
        allowsEmptyCollection
        isDisabled={facts.disabledReason !== undefined}
        isInvalid={Boolean(facts.error)}
        isRequired={facts.isRequired ?? false}
        validationBehavior="aria"
      >
        <Group className="control combo">
          {chosen ? <OptionMark option={chosen} /> : null}
          <Input placeholder={placeholder} aria-describedby={ids.describedBy} />
          <Button className="combo-open">
            <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </Group>
        <OptionPopup empty="No option matches" />
      </AriaComboBox>
    </Field>
  );
}
