import type { ReactNode } from 'react';
import type { Plan } from '~/api/requests/write';
import { ReviewRows } from '~/changesets/review/ReviewRows';
import { type ReviewProblem, ReviewSheet } from '~/changesets/review/ReviewSheet';
import { ValueDiff } from '~/changesets/ValueDiff';
import { WritesElsewhere } from '~/fields/artifactLink/WritesElsewhere';
import { consequenceOf } from '~/fields/inputs';
import { TextPreview } from '~/fields/text/TextPreview';
import { joinWords } from '~/lib/words/joinWords';
import { useLinkedArtifacts } from '~/links/useLinkedArtifacts';
import { useReach } from '~/links/useReach';
import type { FieldChange } from '~/saving/changes';
import type { DraftBase, DraftState } from '~/saving/draft/draftState';
import { writesElsewhere } from '~/saving/draft/elsewhere';
import { plannedChanges } from '~/saving/draft/plannedChanges';
import { Banner } from '~/ui/show/Banner';
import type { Problems } from '../editor/editor';
import { focusField } from '../focusField';

/** Of a long text, the lines around each change. */
const AROUND = 2;

interface DraftReviewProps {
  title: string;
  /** What is sent: what was typed by now. */
  draft: DraftState<DraftBase>;
  /** What stands against it. */
  found: Problems;
  /** Names of files that are still on their way. */
  unfinished: readonly string[];
  plan(): Plan;
  saveLabel: string;
  disabledReason: string | undefined;
  /** How a value is shown; before and after, when absent. */
  show?(change: FieldChange): ReactNode;
  /** To a field, where more than the focus has to move. */
  jump?: (fieldId: number) => void;
  /** To the comment, where it is missing. */
  jumpToComment?: (() => void) | undefined;
  onSave(): void;
  onClose(): void;
  /** What has to be known before: that there is a newer version. */
  children?: ReactNode;
  /** What is true of the fields that are not in the list. */
  note?: string;
}

function problemsOf({ byField, comment }: Problems, props: DraftReviewProps) {
  const { jump = focusField, jumpToComment } = props;
  const labels = new Map(props.draft.base.fields.map(({ field_id, label }) => [field_id, label]));
  return [
    ...[...byField].map(
      ([id, { message }]): ReviewProblem => ({
        key: String(id),
        label: labels.get(id) ?? 'Field',
        message,
        jump: () => jump(id),
      }),
    ),
    ...(comment === undefined
      ? []
      : [{ key: 'comment', label: 'Comment', message: comment, jump: jumpToComment }]),
  ];
}

/** The other artifacts that the save writes to, each with who changed it last (features L5). */
function Elsewhere({ draft }: { draft: DraftState<DraftBase> }) {
  const ids = [...new Set([...writesElsewhere(draft).values()].flat())];
  const reach = useReach(ids);
  return ids.length === 0 ? null : <WritesElsewhere ids={ids} reach={reach} />;
}

function Comment({ draft: { comment } }: { draft: DraftState<DraftBase> }) {
  if (comment.body.trim() === '') return null;
  return (
    <section className="review-section" aria-label="The comment, as readers will see it">
      <h3>Comment</h3>
      <div className="text-preview">
        <TextPreview content={comment.body} format={comment.format} />
      </div>
    </section>
  );
}

function Consequence({ change: { contract, ...change } }: { change: FieldChange }) {
  const Told = consequenceOf(contract.id);
  return Told ? (
    <div className="review-consequence">
      <Told {...change} />
    </div>
  ) : null;
}

/** Every artifact that a changed field names, before and after: what the form has asked for in one request already. */
function namedArtifacts(changes: readonly FieldChange[]): number[] {
  return changes.flatMap(({ field, contract, before, after }) =>
    [before, after]
      .flatMap((value) => contract.toItems?.(value, field) ?? [])
      .flatMap(({ artifactId }) => artifactId ?? []),
  );
}

/** The review sheet of a draft, of an artifact or a new one: what it shows is what would be sent (features E14). */
export function DraftReview(props: DraftReviewProps) {
  const { draft, found, unfinished, children } = props;
  const changes = plannedChanges(draft);
  const { artifacts } = useLinkedArtifacts(namedArtifacts(changes));
  const titleOf = (id: number) => artifacts.get(id)?.title;
  const show =
    props.show ?? ((change) => <ValueDiff change={change} around={AROUND} titleOf={titleOf} />);
  const rows = changes.map((change) => ({
    key: String(change.field.field_id),
    label: change.field.label,
    change: (
      <>
        {show(change)}
        <Consequence change={change} />
      </>
    ),
    problem: found.byField.get(change.field.field_id)?.message,
  }));
  return (
    <ReviewSheet
      title={props.title}
      facts="This is all that will be sent. Nothing is sent yet."
      problems={problemsOf(found, props)}
      plan={props.plan}
      saveLabel={props.saveLabel}
      disabledReason={props.disabledReason}
      onSave={props.onSave}
      onClose={props.onClose}
    >
      {children}
      {unfinished.length === 0 ? null : (
        <Banner role="status">
          Still on the way to the server: {joinWords(unfinished)}. It can be sent when all files are
          there.
        </Banner>
      )}
      <ReviewRows rows={rows} />
      {props.note ? <p className="meta soft">{props.note}</p> : null}
      <Comment draft={draft} />
      <Elsewhere draft={draft} />
    </ReviewSheet>
  );
}
