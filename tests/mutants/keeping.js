/** @typedef {import('./list.js').Mutant} Mutant */

/** Defects of what this browser keeps: drafts, the journal, what is behind a passphrase.
 * @type {Mutant[]}
 */
export const keeping = [
  {
    name: 'take the seat of a draft for a page that is gone',
    file: 'src/saving/kept/session/session.ts',
    search: 'if (this.#isThere) this.#seat.take();',
    replace: 'this.#seat.take();',
    test: 'src/saving/kept/session/session.tabs.test.tsx',
    title: 'a page that is left before its draft was read takes no seat',
  },
  {
    name: 'send without asking where another request found the sign-in ended',
    file: 'src/saving/steps/useSendQuestion.ts',
    search: 'hasEnded.current = isOut.current;',
    replace: 'hasEnded.current = false;',
    test: 'src/saving/steps/useSendQuestion.test.tsx',
    title: 'as another request found just before it',
  },
  {
    name: 'save a draft only on blur',
    file: 'src/saving/kept/session/keeper.ts',
    search: 'this.#timer ??= setTimeout(() => void this.flush(), SOON);',
    replace: "globalThis.addEventListener?.('blur', () => void this.flush(), { once: true });",
    test: 'src/saving/kept/session/keeper.test.ts',
    title: 'a key is on its way to the database within 300 ms',
  },
  {
    name: 'send before the draft is kept',
    file: 'src/saving/journal/journaled.ts',
    search: 'await keep?.();',
    replace: '',
    test: 'tests/kills/steps.test.ts',
    title: 'the list of steps of a save is whole',
  },
  {
    name: 'create without noting it before',
    file: 'src/saving/create/createArtifact.ts',
    search: 'await note?.(triedAfter);',
    replace: '',
    test: 'tests/kills/steps.test.ts',
    title: 'the list of steps of creating is whole',
  },
  {
    name: 'offer what a killed tab had stored once more',
    file: 'src/saving/journal/resume.ts',
    search: "if (outcome === 'refused' || (outcome === 'landed' && at < landedSince)) return [];",
    replace: "if (outcome === 'refused' || outcome === 'landed') return [];",
    test: 'src/saving/journal/resume.test.ts',
    title: 'what landed counts only when it is not longer ago',
  },
  {
    name: 'sit in a seat that another tab has',
    file: 'src/kept/seat.ts',
    search: 'if (!isHeld || this.#wish !== wish) return;',
    replace: 'if (this.#wish !== wish) return;',
    test: 'src/kept/seat.test.tsx',
    title: 'the first is the editor, the second follows',
  },
  {
    name: 'a draft in clear beside a passphrase',
    file: 'src/kept/store.ts',
    search: 'const news = await sealed(slot, changed);',
    replace: 'const news = changed;',
    test: 'src/kept/lock.test.ts',
    title: 'with a passphrase a draft lies there sealed',
  },
  {
    name: 'throw away what was typed after a new artifact was sent',
    file: 'src/artifacts/new/useArrival.ts',
    search: 'const isMore = typed.size > 0;',
    replace: 'const isMore = typed.size < 0;',
    test: 'src/artifacts/new/keptBlank.test.tsx',
    title: 'stays as a draft of what was made',
  },
  {
    name: 'seal with a lock that lies nowhere',
    file: 'src/kept/store.ts',
    search:
      'if (isThere === undefined) await store.put({ ...place, at: Date.now(), body: lock.stored });',
    replace:
      'if (isThere !== undefined) await store.put({ ...place, at: Date.now(), body: lock.stored });',
    test: 'src/kept/lock.test.ts',
    title: 'a lock that is wiped while it is open lies beside',
  },
  {
    name: 'note what was typed in place of what was sent',
    file: 'src/saving/saveArtifact.ts',
    search: 'await onWrite?.(attempt);',
    replace: '',
    test: 'src/saving/journal/joined.test.ts',
    title: 'a save that was put together is found by what went out',
  },
  {
    name: 'write over a draft that cannot be read',
    file: 'src/saving/kept/session/session.ts',
    search: "isThere && !isPut && 'unreadable');",
    replace: 'isThere && isPut && false);',
    test: 'src/saving/kept/session/session.tabs.test.tsx',
    title: 'over a kept draft that this Parterre cannot read nothing is written',
  },
];
