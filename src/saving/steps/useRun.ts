import { useState } from 'react';
import { type OneProfile, oneProfile } from '~/api/signIn/oneProfile';
import { useOneMutation } from '~/api/useOneMutation';
import { type Writer, writerNow } from '../journal/journal';
import type { Sender } from './drive';
import { type SendQuestion, useSendQuestion } from './useSendQuestion';

/** How far a run is, as its page shows it. */
export interface Progress<Step> {
  /** Null while nothing is under way. */
  step: Step | null;
  /** "Send now?" while it stands. */
  question: SendQuestion | null;
  /** A fault of ours; everything the server can do is an outcome. */
  fault: Error | null;
}

/** What a run has of its page. */
export interface PageHands<Step> {
  /** Of the page, not of the moment: the page may stand for a while after another profile was chosen. */
  profile: OneProfile;
  /** Who writes, for the journal. */
  by: Writer;
  /** By what it asks "send now?". */
  sender: Sender;
  onStep(step: Step): void;
}

interface RunHooks<Run, Result, Step> {
  /** The step that is shown before the first is told. */
  first: NoInfer<Step>;
  carryOut(run: Run, hands: PageHands<Step>): Promise<Result>;
  onSuccess(result: Result, run: Run, profile: OneProfile): unknown;
  /** Whatever came of it; undefined after a fault of ours. */
  onSettled?(result: Result | undefined): void;
}

/** Work of many requests that a page has done: a save, a creation. One runs at a time (`useOneMutation`). */
export function useRun<Run, Result, Step>({
  first,
  carryOut,
  onSuccess,
  onSettled,
}: RunHooks<Run, Result, Step>) {
  const [step, onStep] = useState<Step | null>(null);
  const [profile] = useState(oneProfile);
  const [by] = useState(writerNow);
  const { begin, question } = useSendQuestion();
  const mutation = useOneMutation({
    mutationFn: (run: Run) => carryOut(run, { profile, by, sender: begin(), onStep }),
    onSuccess: (result, run) => onSuccess(result, run, profile),
    onSettled(result) {
      onSettled?.(result);
      onStep(null);
    },
  });
  const progress: Progress<Step> = {
    step: mutation.isPending ? (step ?? first) : null,
    question,
    fault: mutation.error,
  };
  return { mutation, profile, progress };
}
