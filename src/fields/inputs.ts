import { ArtifactLinkInput } from './artifactLink/ArtifactLinkInput';
import { CheckboxInput, MultiSelectInput, RadioInput, SelectBoxInput } from './choice/ChoiceInputs';
import { ComputedInput } from './computed/ComputedInput';
import type { FieldComponents } from './contract';
import { DateInput } from './date/DateInput';
import { FileInput } from './file/FileInput';
import { NumberInput } from './number/NumberInput';
import { OpenListConsequence } from './openList/OpenListConsequence';
import { OpenListInput } from './openList/OpenListInput';
import { PermissionsConsequence } from './permissions/PermissionsConsequence';
import { PermissionsInput } from './permissions/PermissionsInput';
import { StringInput } from './string/StringInput';
import { TextInput } from './text/TextInput';
import { TextResult } from './text/TextResult';

/** How each writable contract is edited, by its id. Apart from `components.ts`: only editing loads these. */
const inputs: Readonly<Record<string, FieldComponents['Input']>> = {
  string: StringInput,
  text: TextInput,
  number: NumberInput,
  date: DateInput,
  selectBox: SelectBoxInput,
  radio: RadioInput,
  multiSelect: MultiSelectInput,
  checkbox: CheckboxInput,
  artifactLink: ArtifactLinkInput,
  file: FileInput,
  openList: OpenListInput,
  permissions: PermissionsInput,
  computed: ComputedInput,
};

/** The control for values of this contract; undefined when it can only be read. */
export function inputOf(contractId: string): FieldComponents['Input'] {
  return inputs[contractId];
}

/** How a value that is not saved yet will look to readers, where that is other than its control shows. */
const previews: Readonly<Record<string, FieldComponents['View']>> = { text: TextResult };

/** The live preview for values of this contract; undefined where the control itself shows them. */
export function previewOf(contractId: string): FieldComponents['View'] | undefined {
  return previews[contractId];
}

const consequences: Readonly<Record<string, FieldComponents['Consequence']>> = {
  openList: OpenListConsequence,
  permissions: PermissionsConsequence,
};

/** What is told of a change before it is sent; undefined where what differs says it all. */
export function consequenceOf(contractId: string): FieldComponents['Consequence'] {
  return consequences[contractId];
}
