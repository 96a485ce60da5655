import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { scope } from '~/api/session';
import type { Tracker } from '~/api/trackers';
import { Uploads } from '~/attachments/upload/uploads';
import { useUnfinished } from '~/attachments/upload/useUploads';
import { paths } from '~/paths';
import type { CreateOutcome } from '~/saving/create/createArtifact';
import { type CreateHandle, useCreate } from '~/saving/create/useCreate';
import { createDraft, type Draft, type DraftSummary } from '~/saving/draft/draft';
import { changeOf } from '~/saving/draft/draftState';
import { useDraftSummary } from '~/saving/draft/useDraft';
import { explainRefusal } from '~/saving/refusal';
import { toast } from '~/ui/overlay/toasts';
import type { Problems } from '../useArtifactEditor';
import { type Blank, blankArtifact } from './blankArtifact';
import { newArtifactErrors } from './newArtifactErrors';

export interface NewArtifactEditor {
  base: Blank;
  draft: Draft<Blank>;
  summary: DraftSummary;
  /** Something typed would be lost. */
  isAtRisk: boolean;
  problems: Problems;
  /** The server refused with 403: why nothing can be created here. */
  lock: string | undefined;
  creating: CreateHandle;
  uploads: Uploads;
  unfinished: readonly string[];
  create(): void;
}

const noProblems: Problems = { byField: new Map(), rest: [] };

type Created = Extract<CreateOutcome, { kind: 'created' }>;

function createdWords({ id, how, doubles }: Created, { item_name }: Tracker): string {
  if (doubles.length > 0) {
    const copies = doubles.map((double) => `#${double}`).join(' and ');
    return `Created ${item_name} #${id}, and ${copies} with the same content: the connection broke, and the browser sent it again on its own. Delete what is too many.`;
  }
  return how === 'answered'
    ? `Created ${item_name} #${id}.`
    : `The answer was lost on the way, but it landed as ${item_name} #${id}.`;
}

/** Goes to what was created once nothing is at risk any more, so that the guard lets it pass. */
function useArrival(tracker: Tracker) {
  const [created, setCreated] = useState<Created | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    if (!created) return;
    void queryClient.invalidateQueries({ queryKey: [...scope(), 'trackers', tracker.id, 'rows'] });
    const [double] = created.doubles;
    // With an action it stays until it is read.
    toast(
      createdWords(created, tracker),
      double === undefined
        ? undefined
        : { label: `Open #${double}`, onSelect: () => void navigate(paths.artifact(double)) },
    );
    void navigate(paths.artifact(created.id), { replace: true });
  }, [created, tracker, queryClient, navigate]);
  return { isThere: created !== null, arrive: setCreated };
}

/** The state of the page of a new artifact: what is typed, what is wrong, and creating it once. */
export function useNewArtifact(tracker: Tracker): NewArtifactEditor {
  const [base] = useState(() => blankArtifact(tracker));
  const [draft] = useState(() => createDraft(base));
  const [uploads] = useState(() => new Uploads());
  const unfinished = useUnfinished(uploads);
  const [problems, setProblems] = useState(noProblems);
  const [lock, setLock] = useState<string>();
  const summary = useDraftSummary(draft);
  const { isThere, arrive } = useArrival(tracker);
  const creating = useCreate(onEnd);
  const isUnknown = creating.outcome?.kind === 'unknown';

  function atValues(messages: ReadonlyMap<number, string>): Problems['byField'] {
    // A message holds as long as the value stands there; an untouched one is the default.
    return new Map(
      base.fields.flatMap((field) => {
        const message = messages.get(field.field_id);
        return message === undefined
          ? []
          : [[field.field_id, { message, value: draft.value(field) }] as const];
      }),
    );
  }

  function onEnd(outcome: CreateOutcome): void {
    if (outcome.kind === 'created') arrive(outcome);
    if (outcome.kind !== 'refused') return;
    const { error } = outcome;
    if (error.status === 403)
      setLock(`The server does not let you create a ${tracker.item_name} here.`);
    const { byField, rest } = explainRefusal(error, base.fields);
    setProblems({ byField: atValues(byField), rest: error.status === 400 ? rest : [] });
  }

  function create(): void {
    if (lock !== undefined || isUnknown || isThere || unfinished.length > 0) return;
    const found = newArtifactErrors(draft.state());
    setProblems({ byField: atValues(found), rest: [] });
    const { values } = changeOf(draft.state());
    if (found.size > 0 || values.length === 0) return;
    creating.create({ trackerId: tracker.id, fields: base.fields, values });
  }

  const isDirty = summary.fields.length > 0 || unfinished.length > 0;
  return {
    base,
    draft,
    summary,
    isAtRisk: !isThere && (isDirty || creating.step !== null),
    problems,
    lock,
    creating,
    uploads,
    unfinished,
    create,
  };
}
