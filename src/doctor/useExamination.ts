import { useCallback, useEffect, useRef, useState } from 'react';
import type { Subject } from './bench';
import type { Check } from './check';
import { checks } from './checks';
import { type Examined, examine, unexamined, waiting } from './examine';

export interface Examination {
  lines: readonly Examined[];
  /** Milliseconds since 1970; undefined before the first one has begun. */
  startedAt: number | undefined;
  /** How long it took; undefined while it goes on. */
  milliseconds: number | undefined;
  /** Why it stopped: a fault of this page, not of the server. */
  fault: unknown;
}

const idle: Examination = {
  lines: unexamined,
  startedAt: undefined,
  milliseconds: undefined,
  fault: undefined,
};

const withLine = (line: Examined) => (before: Examination) => ({
  ...before,
  lines: before.lines.map((each) => (each.check === line.check ? line : each)),
});

const isAutomatic = ({ costs }: Check) => costs === undefined;

/** Examines `subject` when the page opens, whenever it is another one, and on request. */
export function useExamination(subject: Subject) {
  const [state, setState] = useState(idle);
  const running = useRef<AbortController>(null);
  const start = useCallback(
    async (chosen: readonly Check[], signal: AbortSignal) => {
      const began = Date.now();
      try {
        await examine(subject, chosen, { signal, onLine: (line) => setState(withLine(line)) });
        setState((before) => ({ ...before, milliseconds: Date.now() - began }));
      } catch (fault) {
        if (!signal.aborted) setState((before) => ({ ...before, milliseconds: 0, fault }));
      }
    },
    [subject],
  );
  const examineAll = useCallback(() => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    const lines = checks.map((check) =>
      isAutomatic(check) ? { check, finding: undefined, steps: [] } : waiting(check),
    );
    setState({ ...idle, lines, startedAt: Date.now() });
    void start(checks.filter(isAutomatic), stop.signal);
  }, [start]);
  function examineOne(check: Check): void {
    setState(withLine({ check, finding: undefined, steps: [] }));
    void start([check], running.current?.signal ?? new AbortController().signal);
  }
  useEffect(() => {
    examineAll();
    return () => running.current?.abort();
  }, [examineAll]);
  return { ...state, examineAll, examineOne };
}
