import { useCallback, useSyncExternalStore } from 'react';
import type { CommentBody } from '~/api/artifacts/change';
import type { Field } from '~/api/trackers';
import type { Draft, DraftSummary, DraftTopic } from './draft';
import type { DraftBase, DraftState } from './draftState';

function useTopic<T>(draft: Draft<DraftBase>, topic: DraftTopic, read: () => T): T {
  const subscribe = useCallback(
    (listener: () => void) => draft.subscribe(topic, listener),
    [draft, topic],
  );
  return useSyncExternalStore(subscribe, read);
}

/** What `read` gives, asked again when one of the topics changes. `topics` and the value keep their identity. */
export function useDraftTopics<T>(
  draft: Draft<DraftBase>,
  topics: readonly DraftTopic[],
  read: () => T,
): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = topics.map((topic) => draft.subscribe(topic, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [draft, topics],
  );
  return useSyncExternalStore(subscribe, read);
}

/** The draft's value of one field; renders again when this field changes, and for no other. */
export function useDraftValue(draft: Draft<DraftBase>, field: Field): unknown {
  return useTopic(draft, field.field_id, () => draft.value(field));
}

export function useDraftComment(draft: Draft<DraftBase>): CommentBody {
  return useTopic(draft, 'comment', () => draft.state().comment);
}

/** Which fields are changed; renders again only when that list is another. */
export function useDraftSummary(draft: Draft<DraftBase>): DraftSummary {
  return useTopic(draft, 'summary', draft.summary);
}

/** Whether this one field is changed. */
export function useIsChanged(draft: Draft<DraftBase>, field: Field): boolean {
  return useTopic(draft, 'summary', () => draft.isChanged(field));
}

/** The snapshot that the draft starts from. */
export function useDraftBase<Base extends DraftBase>(draft: Draft<Base>): Base {
  return useTopic(draft, 'all', () => draft.state().base);
}

/** What `read` makes of the draft; renders again only when that is another. It is asked at every key: let it be cheap. */
export function useDraftReading<T>(draft: Draft<DraftBase>, read: () => T): T {
  return useTopic(draft, 'all', read);
}

/** The whole draft; renders again at every key that is typed into it. */
export function useDraftState<Base extends DraftBase>(draft: Draft<Base>): DraftState<Base> {
  return useTopic(draft, 'all', draft.state);
}
