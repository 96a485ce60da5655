import type { InputProps } from './contract';
import { FieldView } from './FieldView';
import { inputOf } from './inputs';
import type { FieldReading } from './readField';

type FieldInputProps = Omit<InputProps<unknown>, 'field'> & { reading: FieldReading };

/**
 * The control of a field with its label, help and error; the plain value where the field can only be read. Import it
 * when somebody edits: it brings the form controls along.
 */
export function FieldInput({ reading, ...props }: FieldInputProps) {
  const Input = inputOf(reading.contract.id);
  return Input ? (
    <Input {...props} base={reading.value} field={reading.field} />
  ) : (
    <FieldView reading={reading} />
  );
}
