import { useRef } from 'react';
import type { Tracker } from '~/api/trackers';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { fieldsInOrder } from '../columns/trackerColumns';
import { CriterionLine } from './CriterionLine';
import { type Criterion, emptyCriterion, problemOf } from './criteria';
import { criterionKind } from './criterionKinds';

interface LinesProps {
  tracker: Tracker;
  lines: readonly Criterion[];
  onChange(lines: Criterion[]): void;
  /** Lines that cannot be sent say why. */
  isChecked: boolean;
}

/** The builder: one line per field, all of them must hold. Fields that one may not read are not offered. */
export function CriteriaLines({ tracker, lines, onChange, isChecked }: LinesProps) {
  const box = useRef<HTMLDivElement>(null);
  const fields = fieldsInOrder(tracker).filter(({ type }) => criterionKind(type) !== undefined);
  const free = fields.filter(({ name }) => !lines.some(({ field }) => field === name));
  return (
    <div className="criteria" ref={box}>
      {lines.map((line, index) => {
        const field = fields.find(({ name }) => name === line.field);
        if (!field) return null;
        return (
          <CriterionLine
            key={line.field}
            tracker={tracker}
            field={field}
            line={line}
            problem={isChecked ? problemOf(line, field) : undefined}
            onChange={(next) => onChange(lines.with(index, next))}
            onRemove={() => {
              onChange(lines.toSpliced(index, 1));
              box.current?.querySelector<HTMLElement>('.criteria-add select')?.focus();
            }}
          />
        );
      })}
      {free.length > 0 ? (
        <div className="criteria-add">
          <NativeSelect
            label="Add a criterion"
            isLabelHidden
            value=""
            onChange={(name) => {
              const field = free.find((each) => each.name === name);
              const line = field && emptyCriterion(field);
              if (line) onChange([...lines, line]);
            }}
            options={[
              { value: '', label: 'Add a criterion…' },
              ...free.map(({ name, label }) => ({ value: name, label })),
            ]}
          />
        </div>
      ) : null}
    </div>
  );
}
