import type { SandboxArtifact, SandboxTracker } from '../model';
import { currentValues } from './artifacts';

/** What the state of an artifact takes away (trackers.md §2, §5: `frozen_fields`, `hidden_fieldsets`). */
export interface StateRules {
  frozen: ReadonlySet<number>;
  hidden: ReadonlySet<number>;
}

/** The rules for an artifact as it is now: of the value that its workflow field has. */
export function stateRules(tracker: SandboxTracker, artifact: SandboxArtifact): StateRules {
  const { workflow } = tracker;
  const ids = workflow && (currentValues(artifact).get(workflow.fieldId) as number[] | undefined);
  const state = workflow?.isUsed
    ? workflow.states?.find(({ valueId }) => ids?.includes(valueId))
    : undefined;
  return {
    frozen: new Set(state?.frozenFieldIds),
    hidden: new Set(state?.hiddenFieldsetIds),
  };
}
