/**
 * Every step of a save that is awaited, by its name: what the page says meanwhile, and where `npm run test:kills` kills the
 * tab. Each request and each write into this browser's storage that a save makes happens within one of these; the suite
 * holds that none is missing here and none is never met.
 */
export const saveSteps = [
  /** What is about to be sent is kept in this browser first. */
  'keeping',
  /** The journal notes what is about to be sent. */
  'noting',
  /** No validator, or a try whose answer was lost: read and compare before anything is sent. */
  'checking',
  'writing',
  /** After a 412: is there really something newer? */
  'comparing',
  /** No clear answer came: did it land? */
  'searching',
  /** A 401: the look waits for the new sign-in, and only what did not land is sent again (features C4). */
  'returning',
  /** It did not land: the person is asked "send now?" (journey J4). */
  'asking',
  /** After a 200: what stands between the base and this save? */
  'auditing',
  /** The journal notes how it ended. */
  'closing',
  /** What the draft changes at other artifacts is saved there, each as a save of its own (features D4). */
  'linking',
] as const;

/** The same for the settings of a repository, which know no precondition to be compared. */
export const svnSaveSteps = [
  ...(['keeping', 'noting', 'checking', 'writing'] as const),
  ...(['searching', 'returning', 'asking', 'auditing', 'closing'] as const),
] as const;

/** The same for what is made: `preparing` reads what is newest, so that a lost try can be found; `noting` keeps the draft too. */
export const createSteps = [
  ...(['preparing', 'noting', 'creating'] as const),
  ...(['searching', 'returning', 'asking', 'auditing', 'closing'] as const),
] as const;

/** `done` is awaited by nobody. */
export type SaveStep = (typeof saveSteps)[number] | 'done';
export type SvnSaveStep = (typeof svnSaveSteps)[number] | 'done';
export type CreateStep = (typeof createSteps)[number];

/** Steps that are over in a moment: a page need not draw them. */
export const briefSteps: ReadonlySet<SaveStep> = new Set<SaveStep>([
  ...(['keeping', 'noting', 'writing', 'auditing', 'closing'] as const),
]);

/** After "send now?" was answered with "not yet". */
export const heldWords = 'Not sent. What you typed stays here until you send it.';

/** After the look for a save whose draft was discarded found that nothing of it is stored. */
export const discardedWords = 'What you discarded was not saved.';
