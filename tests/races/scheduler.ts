/** Virtual time: whatever waits is let go one at a time, in the order of its moment. The same waits give the same order. */
export interface Scheduler {
  /** Milliseconds since 1970, for the clock of a world. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Lets time pass until `work` has ended, and gives its result. Throws when nothing is left to wait for. */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Waiting {
  at: number;
  place: number;
  go: () => void;
}

/** Until everything that can go on without time passing has come to rest; streams take some turns. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

function isEarlier(a: Waiting, b: Waiting): boolean {
  return a.at === b.at ? a.place < b.place : a.at < b.at;
}

function takeEarliest(waiting: Waiting[]): Waiting | undefined {
  const [first] = waiting;
  if (!first) return undefined;
  const earliest = waiting.reduce((best, one) => (isEarlier(one, best) ? one : best), first);
  waiting.splice(waiting.indexOf(earliest), 1);
  return earliest;
}

export function createScheduler(start: number): Scheduler {
  const waiting: Waiting[] = [];
  let now = start;
  let count = 0;
  return {
    now: () => now,
    wait(milliseconds) {
      return new Promise((go) => {
        count += 1;
        waiting.push({ at: now + milliseconds, place: count, go });
      });
    },
    async run(work) {
      let isDone = false;
      const end = () => {
        isDone = true;
      };
      work.then(end, end);
      for (let idle = 0; idle < 200; idle += 1) {
        await rest();
        if (isDone) return work;
        const next = takeEarliest(waiting);
        if (!next) continue;
        idle = 0;
        now = next.at;
        next.go();
      }
      throw new Error('The run stands still: something waits for what is not in virtual time.');
    },
  };
}
