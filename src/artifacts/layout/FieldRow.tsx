import { Undo2, Users } from 'lucide-react';
import { memo } from 'react';
import type { Field, Workflow } from '~/api/trackers';
import { sourceOf } from '~/fields/contract';
import { FieldInput } from '~/fields/FieldInput';
import { FieldView } from '~/fields/FieldView';
import { inputOf } from '~/fields/inputs';
import type { FieldReading } from '~/fields/readField';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import {
  type DraftBase,
  isEditable,
  isSnapshot,
  readingsOf,
  stranded,
} from '~/saving/draft/draftState';
import { useDraftValue, useIsChanged } from '~/saving/draft/useDraft';
import type { RuleOffer } from '~/saving/rules/offer';
import type { RuleProblem } from '~/saving/rules/situation';
import { useFieldRules } from '~/saving/rules/useFieldRules';
import { TextButton } from '~/ui/button/TextButton';
import { Banner } from '~/ui/show/Banner';
import { focusField, focusFieldQuietly } from '../focusField';
import { useFieldNews } from '../news/fieldNews';
import { StoredNote } from '../saving/StoredNote';
import { TransitionChecklist } from './TransitionChecklist';
import { useLeftProblem } from './useLeftProblem';

/** A message about a value; it holds only as long as that value stands there. */
export interface FieldError {
  message: string;
  value: unknown;
}

interface FieldRowProps {
  draft: Draft<DraftBase>;
  reading: FieldReading;
  isEditing: boolean;
  error: FieldError | undefined;
  /** The tracker's rules, for what a list offers and what does not go together. */
  workflow: Workflow | null;
  /** Nothing can be changed any more (403): what was typed is shown to be read and copied. */
  isLocked: boolean;
  /** Why it cannot be changed while others can; undefined where that is not known, or it can. */
  whyNot?: string | undefined;
}

/** True when this person can change the field here and there is a control for it. */
export function canEdit(base: DraftBase, field: Field): boolean {
  const contract = readingsOf(base).get(field.field_id)?.contract;
  return contract !== undefined && inputOf(contract.id) !== undefined && isEditable(base, field);
}

type ReadRowProps = Pick<FieldRowProps, 'draft' | 'reading' | 'whyNot' | 'error'>;

function ReadRow({ draft, reading, whyNot, error }: ReadRowProps) {
  const { field } = reading;
  // The server may find fault with what nobody can change here: that is told in the same place, and jumped to.
  const isWrong = error !== undefined && error.value === draft.value(field);
  const left = stranded(draft.state(), field);
  return (
    <dl
      className="artifact-field"
      data-field={field.field_id}
      data-editable={canEdit(draft.state().base, field) || undefined}
      tabIndex={isWrong ? -1 : undefined}
    >
      <dt className="field-label">{field.label}</dt>
      <dd>
        <FieldView reading={reading} />
        {isWrong ? <p className="field-error">{error.message}</p> : null}
        <StoredNote draft={draft} fieldId={field.field_id} />
        {whyNot === undefined ? null : <p className="meta soft">{whyNot}</p>}
        {left === undefined ? null : (
          <Banner tone="warning">
            You typed this, but may no longer change the field. It is kept here to copy:{' '}
            <span className="artifact-kept">{sourceOf(reading, left)}</span>
          </Banner>
        )}
      </dd>
    </dl>
  );
}

/** A change that can no longer be saved. */
function LockedRow({ draft, reading }: Pick<FieldRowProps, 'draft' | 'reading'>) {
  const { field } = reading;
  return (
    <dl className="artifact-field artifact-field-changed" data-field={field.field_id}>
      <dt className="field-label">
        {field.label} <span className="field-required">changed, not saved</span>
      </dt>
      <dd>
        <FieldView reading={reading} value={draft.value(field)} />
      </dd>
    </dl>
  );
}

/** Why a list offers less than all, and the way to the field that decides. */
function OfferNote({ offer }: { offer: RuleOffer }) {
  const { why, decider } = offer;
  return (
    <p className="artifact-news">
      <span>
        {why}{' '}
        {decider ? (
          <TextButton onClick={() => focusField(decider.field_id)}>
            Change {decider.label}
          </TextButton>
        ) : null}
      </span>
    </p>
  );
}

/** What no longer goes with this value stands at a field that may be out of sight: it is said here too, with the way there. */
function BesideNote({ problem, label }: { problem: RuleProblem; label: string }) {
  return (
    <p className="artifact-news artifact-news-overlap" role="status">
      <span>
        {problem.message}{' '}
        <TextButton onClick={() => focusField(problem.fieldId)}>Change {label}</TextButton>
      </span>
    </p>
  );
}

function EditRow({ draft, reading, error, workflow }: FieldRowProps) {
  const { field } = reading;
  const value = useDraftValue(draft, field);
  // On a new artifact everything that is filled in differs from the default: no news.
  const isChanged = useIsChanged(draft, field) && isSnapshot(draft.state().base);
  const news = useFieldNews(field.field_id);
  const { offer, problem, beside } = useFieldRules(draft, field, workflow);
  const { fields } = draft.state().base;
  const left = useLeftProblem(draft, reading);
  return (
    <div
      className={`artifact-field${isChanged ? ' artifact-field-changed' : ''}${news?.isOverlap ? ' artifact-field-overlap' : ''}`}
      data-field={field.field_id}
      ref={left.row}
    >
      <FieldInput
        reading={reading}
        value={value}
        onChange={(next) => draft.set(field, next)}
        current={() => draft.value(field)}
        error={error && equal(error.value, value) ? error.message : (left.message ?? problem)}
        offer={offer}
        aside={
          isChanged ? (
            <TextButton
              data-tooltip="Undo this change"
              onClick={() => {
                draft.undo(field);
                // The button goes with the change, and would take the focus along.
                focusFieldQuietly(field.field_id);
              }}
            >
              {/* As content: an aria-label with the field's label would be found as a second control of that name. */}
              <span>
                Changed <span className="visually-hidden">undo the change of {field.label}</span>
              </span>
              <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
            </TextButton>
          ) : undefined
        }
      />
      <StoredNote draft={draft} fieldId={field.field_id} />
      {offer ? <OfferNote offer={offer} /> : null}
      {beside.map((one) => (
        <BesideNote
          key={one.fieldId}
          problem={one}
          label={fields.find(({ field_id }) => field_id === one.fieldId)?.label ?? 'it'}
        />
      ))}
      {workflow?.field_id === field.field_id ? (
        <TransitionChecklist draft={draft} workflow={workflow} />
      ) : null}
      {news ? (
        <p className={`artifact-news${news.isOverlap ? ' artifact-news-overlap' : ''}`}>
          <Users size={14} strokeWidth={1.75} aria-hidden="true" /> {news.words}
        </p>
      ) : null}
    </div>
  );
}

/**
 * One field in its place: plain value while reading, its control while editing. It renders again when its own value
 * changes and for no other, so that typing stays quick on a page of any size.
 */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { draft, reading, isEditing, isLocked } = props;
  if (isLocked && draft.isChanged(reading.field)) {
    return <LockedRow draft={draft} reading={reading} />;
  }
  return isEditing && !isLocked && canEdit(draft.state().base, reading.field) ? (
    <EditRow {...props} />
  ) : (
    <ReadRow
      draft={draft}
      reading={reading}
      whyNot={isEditing ? props.whyNot : undefined}
      error={isEditing ? props.error : undefined}
    />
  );
});
