import { ArtifactLinkCell, ArtifactLinkView } from './artifactLink/ArtifactLinkView';
import {
  AutomaticDateCell,
  AutomaticDateView,
  AutomaticNumberCell,
  AutomaticNumberView,
  AutomaticPersonCell,
  AutomaticPersonView,
} from './automatic/AutomaticViews';
import { ChartView } from './charts/ChartView';
import {
  MultiChoiceCell,
  MultiChoiceView,
  SingleChoiceCell,
  SingleChoiceView,
} from './choice/ChoiceView';
import { ComputedCell, ComputedView } from './computed/ComputedView';
import type { FieldComponents } from './contract';
import { CrossReferencesView } from './crossReferences/CrossReferencesView';
import { DateCell, DateExact, DateView } from './date/DateView';
import { EncryptedView } from './encrypted/EncryptedView';
import { FileCell } from './file/FileCell';
import { FileView } from './file/FileView';
import { NumberCell, NumberView } from './number/NumberView';
import { OpenListView } from './openList/OpenListView';
import { PermissionsView } from './permissions/PermissionsView';
import { StepsView } from './steps/StepsView';
import { StringView } from './string/StringView';
import { TextView } from './text/TextView';
import { UnknownCell, UnknownView } from './unknown/UnknownView';

const unknown = { View: UnknownView, Cell: UnknownCell };
const single = { View: SingleChoiceView, Cell: SingleChoiceCell };
const multi = { View: MultiChoiceView, Cell: MultiChoiceCell };

/** How each contract is read, by its id. How it is edited stands in `inputs.ts`, which reading pages do not load. */
const components: Readonly<Record<string, FieldComponents>> = {
  string: { View: StringView },
  text: { View: TextView },
  number: { View: NumberView, Cell: NumberCell },
  date: { View: DateView, Cell: DateCell, Exact: DateExact },
  selectBox: single,
  radio: single,
  multiSelect: multi,
  checkbox: multi,
  openList: { View: OpenListView },
  file: { View: FileView, Cell: FileCell },
  artifactLink: { View: ArtifactLinkView, Cell: ArtifactLinkCell },
  permissions: { View: PermissionsView },
  computed: { View: ComputedView, Cell: ComputedCell, Exact: ComputedView },
  crossReferences: { View: CrossReferencesView },
  automaticNumber: { View: AutomaticNumberView, Cell: AutomaticNumberCell },
  automaticPerson: { View: AutomaticPersonView, Cell: AutomaticPersonCell },
  automaticDate: { View: AutomaticDateView, Cell: AutomaticDateCell },
  chart: { View: ChartView },
  encrypted: { View: EncryptedView },
  steps: { View: StepsView },
  unknown,
};

/** The components that show values of this contract. */
export function componentsOf(contractId: string): FieldComponents {
  return components[contractId] ?? unknown;
}
