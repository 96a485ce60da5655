import { openBench, type Step, type Subject } from './bench';
import { type Check, type Finding, unknown } from './check';
import { checks } from './checks';

/** One line of the doctor as it stands: `finding` is undefined while it is looked at. */
export interface Examined {
  check: Check;
  finding: Finding | undefined;
  steps: readonly Step[];
}

/** The lines before anything was asked. */
export const unexamined: readonly Examined[] = checks.map((check) => ({
  check,
  finding: undefined,
  steps: [],
}));

/** Runs the first check, then the others side by side, and tells of each as it ends. Rejects only when `signal` aborts. */
export async function examine(
  subject: Subject,
  chosen: readonly Check[],
  options: { signal: AbortSignal; onLine(line: Examined): void },
): Promise<void> {
  const bench = openBench(subject, options.signal);
  const run = async (check: Check): Promise<void> => {
    const own = bench();
    const finding = await check.run(own);
    if (!options.signal.aborted) options.onLine({ check, finding, steps: own.steps });
  };
  // The first one by itself: its time is the server's then, and not that of waiting in line.
  const [first, ...others] = chosen;
  if (first) await run(first);
  await Promise.all(others.map(run));
}

/** The line of a check that runs on request only, before it does. */
export function waiting(check: Check): Examined {
  return { check, finding: unknown(`Not tested. ${check.costs ?? ''}`.trim()), steps: [] };
}
