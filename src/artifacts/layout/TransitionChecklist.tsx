import { Check, ListTodo } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import type { Workflow } from '~/api/trackers';
import type { Draft } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';
import { useDraftTopics } from '~/saving/draft/useDraft';
import { type Missing, missingFor } from '~/saving/rules/conditions';
import { useConditions, useUnreadable } from '~/saving/rules/useConditions';
import { TextButton } from '~/ui/button/TextButton';
import { focusComment, focusField } from '../focusField';

/** Each of what is missing, as a way there. */
function Jumps({ missing }: { missing: Missing }) {
  const jumps = missing.fields.map(({ field_id, label }) => ({
    key: String(field_id),
    label,
    jump: () => focusField(field_id),
  }));
  if (missing.comment) jumps.push({ key: 'comment', label: 'a comment', jump: focusComment });
  return jumps.map(({ key, label, jump }, index) => (
    <Fragment key={key}>
      {index === 0 ? ' ' : index === jumps.length - 1 ? ' and ' : ', '}
      <TextButton onClick={jump}>{label}</TextButton>
    </Fragment>
  ));
}

interface ChecklistProps {
  draft: Draft<DraftBase>;
  workflow: Workflow;
}

/**
 * Under the field of the workflow: what the chosen transition still asks for, before anything is sent (features E11). Nothing
 * where it asks for nothing; where this person may not read what it asks for, that it is not known.
 */
export function TransitionChecklist({ draft, workflow }: ChecklistProps) {
  const conditions = useConditions(draft, workflow);
  const topics = useMemo(
    () => [workflow.field_id, ...(conditions?.not_empty_field_ids ?? []), 'comment' as const],
    [workflow, conditions],
  );
  // As text it keeps its identity while nothing of it changes.
  useDraftTopics(draft, topics, () =>
    JSON.stringify(missingFor(draft.state(), workflow, conditions), [
      'to',
      'fields',
      'field_id',
      'comment',
    ]),
  );
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
  const missing = missingFor(draft.state(), workflow, conditions);
  const asks =
    (conditions?.not_empty_field_ids?.length ?? 0) > 0 || conditions?.is_comment_required;
  if (!missing || !asks) return null;
  const isMet = missing.fields.length === 0 && !missing.comment;
  const Mark = isMet ? Check : ListTodo;
  return (
    <p className="artifact-news" role="status">
      <Mark size={14} strokeWidth={1.75} aria-hidden="true" />
      <span>
        {isMet
          ? `Everything that ${missing.to} asks for is there.`
          : `To go to ${missing.to} you still need:`}
        {isMet ? null : <Jumps missing={missing} />}
      </span>
    </p>
  );
}
