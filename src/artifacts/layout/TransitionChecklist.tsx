import { Check, Circle, ListTodo } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { Workflow } from '~/api/trackers';
import type { Draft } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';
import { useDraftTopics } from '~/saving/draft/useDraft';
import { type Need, type Needs, needsFor } from '~/saving/rules/conditions';
import { useConditions, useUnreadable } from '~/saving/rules/useConditions';
import { TextButton } from '~/ui/button/TextButton';
import { focusComment, focusField } from '../focusField';

/** One thing that is asked for: ticked, or the way to where it is missing. */
function NeedLine({ field, isMet }: Need) {
  const label = field?.label ?? 'A comment';
  const Mark = isMet ? Check : Circle;
  return (
    <li className={isMet ? 'checklist-met' : 'checklist-open'}>
      <Mark size={14} strokeWidth={1.75} aria-hidden="true" />
      <span>
        {isMet ? (
          label
        ) : (
          <TextButton onClick={() => (field ? focusField(field.field_id) : focusComment())}>
            {label}
          </TextButton>
        )}{' '}
        {isMet ? (
          <span className="visually-hidden">is there</span>
        ) : field ? (
          'is empty'
        ) : (
          'is missing'
        )}
      </span>
    </li>
  );
}

/** All that a transition asks for: what is met stays in the list, so that nothing moves while it is filled in. */
function Checklist({ to, needs }: Needs) {
  const id = useId();
  const open = needs.filter(({ isMet }) => !isMet).length;
  return (
    <div className={open === 0 ? 'checklist checklist-done' : 'checklist'}>
      <p id={id} role="status" className="checklist-head">
        {open === 0
          ? `Everything that ${to} asks for is there.`
          : `${to} still needs ${open} of ${needs.length}`}
      </p>
      <ul aria-labelledby={id}>
        {needs.map((need) => (
          <NeedLine key={need.field?.field_id ?? 'comment'} {...need} />
        ))}
      </ul>
    </div>
  );
}

interface ChecklistProps {
  draft: Draft<DraftBase>;
  workflow: Workflow;
}

/**
 * Under the field of the workflow: what the chosen transition asks for, before anything is sent (features E11). Nothing
 * where it asks for nothing; where this person may not read what it asks for, that it is not known.
 */
export function TransitionChecklist({ draft, workflow }: ChecklistProps) {
  const conditions = useConditions(draft, workflow);
  const topics = useMemo(
    () => [workflow.field_id, ...(conditions?.not_empty_field_ids ?? []), 'comment' as const],
    [workflow, conditions],
  );
  const read = () => needsFor(draft.state(), workflow, conditions);
  // As text it keeps its identity while nothing of it changes.
  useDraftTopics(draft, topics, () => {
    const asked = read();
    return [asked?.to, ...(asked?.needs.map(({ isMet }) => isMet) ?? [])].join();
  });
  const unreadable = useUnreadable(draft, workflow);
  if (unreadable !== null) {
    return (
      <p className="artifact-news" role="status">
        <ListTodo size={14} strokeWidth={1.75} aria-hidden="true" />
        <span>
          {`Whether ${unreadable} asks for more cannot be read here: the server checks it when you save.`}
        </span>
      </p>
    );
  }
  const asked = read();
  return asked && asked.needs.length > 0 ? <Checklist {...asked} /> : null;
}
