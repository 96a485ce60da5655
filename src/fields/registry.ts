import { artifactLinkField } from './artifactLink/artifactLinkField';
import {
  automaticDateField,
  automaticNumberField,
  automaticPersonField,
} from './automatic/automaticFields';
import { burndownField, burnupField } from './charts/chartFields';
import { checkboxField, multiSelectField, radioField, selectBoxField } from './choice/choiceField';
import { computedField } from './computed/computedField';
import type { FieldContract } from './contract';
import { crossReferencesField } from './crossReferences/crossReferencesField';
import { dateField } from './date/dateField';
import { encryptedField } from './encrypted/encryptedField';
import { fileField } from './file/fileField';
import { floatField, intField } from './number/numberField';
import { openListField } from './openList/openListField';
import { permissionsField } from './permissions/permissionsField';
import { stepsField } from './steps/stepsField';
import { stringField } from './string/stringField';
import { textField } from './text/textField';
import { unknownField } from './unknown/unknownField';

/** Every kind of field the app knows. To add one: its folder, its line here, in `components.ts`, and in `inputs.ts` if it can be written. */
export const contracts: readonly FieldContract[] = [
  stringField,
  textField,
  intField,
  floatField,
  dateField,
  selectBoxField,
  radioField,
  multiSelectField,
  checkboxField,
  openListField,
  fileField,
  artifactLinkField,
  permissionsField,
  computedField,
  crossReferencesField,
  automaticNumberField,
  automaticPersonField,
  automaticDateField,
  burndownField,
  burnupField,
  encryptedField,
  stepsField,
];

const byType = new Map(
  contracts.flatMap((contract) => contract.types.map((type) => [type, contract] as const)),
);

/** Containers and static elements: part of the layout, without a value (trackers.md §2.1). */
const layoutTypes: ReadonlySet<string> = new Set([
  'fieldset',
  'column',
  'linebreak',
  'separator',
  'staticrichtext',
]);

/** The contract of a REST type code; the unknown one for a type this app has never heard of. */
export function contractOf(type: string): FieldContract {
  return byType.get(type) ?? unknownField;
}

/** False for fieldsets, columns and the static elements, which never have a value. */
export function hasValue(type: string): boolean {
  return !layoutTypes.has(type);
}
