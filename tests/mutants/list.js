/**
 * Defects that the tests must find (reliability G20). `search` stands once in `file`; with `replace` in its place the test
 * in `test` whose title holds `title` must fail.
 * @typedef {{ name: string, file: string, search: string, replace: string, test: string, title: string }} Mutant
 */

const machine = 'src/saving/saveMachine.ts';
const machineTest = 'src/saving/saveArtifact.test.ts';
const pageTest = 'src/artifacts/ArtifactPage.test.tsx';
const clientTest = 'src/api/client.test.ts';

/** @type {Mutant[]} */
export const mutants = [
  {
    name: 'drop If-Match',
    file: 'src/api/artifacts.ts',
    search: "if (version.etag) return { 'If-Match': version.etag };",
    replace: 'if (version.etag) return {};',
    test: 'src/api/artifacts.test.ts',
    title: 'the ETag goes out as it came',
  },
  {
    name: 'quote the ETag',
    file: 'src/api/artifacts.ts',
    search: "return { 'If-Match': version.etag };",
    replace: "return { 'If-Match': JSON.stringify(version.etag) };",
    test: 'src/api/artifacts.test.ts',
    title: 'the ETag goes out as it came',
  },
  {
    name: 'skip the audit',
    file: machine,
    search: 'const overtaken = since.filter((other) => !changeset || other.id < changeset.id);',
    replace: 'const overtaken: typeof since = [];',
    test: machineTest,
    title: 'a changeset of somebody else between base and save is found afterwards',
  },
  {
    name: 'blind retry of a POST',
    file: 'src/saving/create/createArtifact.ts',
    search: 'const created = await asValue(port.create(job.trackerId, job.values));',
    replace:
      "let created = await asValue(port.create(job.trackerId, job.values));\n  if ('error' in created) created = await asValue(port.create(job.trackerId, job.values));",
    test: 'tests/faults/unclear.test.ts',
    title: 'creates and comments whose answer is lost are there once',
  },
  {
    name: 'overwrite on 412',
    file: machine,
    search: 'if (isNewer(job, news)) return conflict(job, news);',
    replace: '',
    test: machineTest,
    title: 'a 412 with a newer changeset is a conflict',
  },
  {
    name: 'show a phantom as a conflict',
    file: machine,
    search: 'if (isNewer(job, news)) return conflict(job, news);',
    replace: 'if (news) return conflict(job, news);',
    test: machineTest,
    title: 'a 412 with nothing newer goes out once more',
  },
  {
    name: 'take an unknown save for a saved one',
    file: machine,
    search: 'if (tried && findLanded(sent, news.since)) {',
    replace: 'if (tried) {',
    test: machineTest,
    title: 'an answer lost and nothing found stays unknown',
  },
  {
    name: 'no read before sets are replaced',
    file: machine,
    search: ' || job.earlier || job.rebase',
    replace: ' || job.earlier',
    test: 'src/saving/rebaseSets.test.ts',
    title: 'in the blind second both additions are sent',
  },
  {
    name: 'count as put together what came later',
    file: machine,
    search: 'const joined = changesetsIn(news.version, news.since);',
    replace: 'const joined = news.since; void changesetsIn;',
    test: 'src/saving/rebaseSets.test.ts',
    title: 'was not put together',
  },
  {
    name: "take a colleague's value for mine",
    file: 'src/saving/landed.ts',
    search: 'changeset.submitted_by === me &&',
    replace: 'me > 0 &&',
    test: machineTest,
    title: 'equal value is not mistaken for mine',
  },
  {
    name: "overlook a comment in the base's second",
    file: 'src/saving/draft/snapshot.ts',
    search: 'const itself = within.findIndex((changeset) => isSameState(changeset, base));',
    replace: 'const itself = within.findLastIndex((changeset) => isSameState(changeset, base));',
    test: 'src/saving/draft/snapshot.test.ts',
    title: 'own second is since, though it changed no value',
  },
  {
    name: 'overlook a field that is set for the first time',
    file: 'src/saving/draft/snapshot.ts',
    search:
      'return !field || equal(readField(entry, field).value, readField(undefined, field).value);',
    replace: 'return !field || field.field_id === entry.field_id;',
    test: 'src/saving/draft/snapshot.test.ts',
    title: 'a version does not hold a changeset that set a field',
  },
  {
    name: 'merge sets by replacing',
    file: 'src/lib/sets.ts',
    search: 'return withChange(theirs, setChange(base, mine, keyOf), keyOf);',
    replace:
      'return withChange(mine, setChange(base, base, keyOf), keyOf).concat(theirs.slice(0, 0));',
    test: 'src/conflicts/mergeArtifact.test.ts',
    title: 'additions to a multi-value field survive',
  },
  {
    name: 'read the oldest changesets as the newest',
    file: 'src/api/changesets.ts',
    search: 'const start = Math.max(0, size - count);',
    replace: 'const start = Math.max(0, size - size);',
    test: 'src/api/changesets.test.ts',
    title: 'the newest changesets come from the end of the list',
  },
  {
    name: 'lose the comment in the merge',
    file: 'src/conflicts/mergeArtifact.ts',
    search: 'return { base: newest, values, comment: draft.comment };',
    replace: "return { base: newest, values, comment: { ...draft.comment, body: '' } };",
    test: 'src/conflicts/mergeArtifact.test.ts',
    title: 'the comment goes through the merge untouched',
  },
  {
    name: 'send the whole form',
    file: 'src/fields/changedEntries.ts',
    search:
      'return equal(entry, reading.contract.write(reading.value, field)) ? undefined : entry;',
    replace: 'return equal(entry, undefined) ? undefined : entry;',
    test: 'src/saving/draft/draft.test.ts',
    title: 'only what differs from the base is sent',
  },
  {
    name: 'create again without looking from where the first try began',
    file: 'src/saving/create/createArtifact.ts',
    search:
      'job.triedAfter === null ? port.newestId(job.trackerId) : Promise.resolve(job.triedAfter),',
    replace: 'port.newestId(job.trackerId),',
    test: 'src/saving/create/createArtifact.test.ts',
    title: 'looking again compares with what was there before the first try',
  },
  {
    name: 'offer the own save to merge with while it is unclear',
    file: 'src/artifacts/useArtifactEditor.ts',
    search: 'newer: isNewer && !canFollow && !isUnclear ? latest : undefined,',
    replace: 'newer: isNewer && !canFollow ? latest : undefined,',
    test: 'src/artifacts/safeSave.test.tsx',
    title: 'its own version is not offered to merge with',
  },
  {
    name: 'move what was typed meanwhile over a change of somebody else',
    file: 'src/saving/draft/draftState.ts',
    search: 'return isOvertyped(sent, base, values) ?',
    replace: 'return isOvertyped(sent, base, new Map()) ?',
    test: 'src/saving/draft/draft.test.ts',
    title: 'is not moved over it unseen',
  },
  {
    name: 'forget what was typed while a save was under way',
    file: 'src/saving/draft/draftState.ts',
    search: 'const values = typedMeanwhile(draft, sent);',
    replace: 'const values = typedMeanwhile(sent, sent);',
    test: 'src/saving/draft/draft.test.ts',
    title: 'what was typed while a save was under way stays a change',
  },
  {
    name: 'write SVN settings over a part that both changed',
    file: 'src/saving/svn/saveSvnMachine.ts',
    search: "if (rows.some(({ outcome }) => outcome === 'conflict')) {",
    replace: "if (rows.some(({ outcome }) => outcome === 'mine' && outcome !== 'mine')) {",
    test: 'src/saving/svn/saveSvn.test.ts',
    title: 'a part that both changed stops the save',
  },
  {
    name: 'follow redirects',
    file: 'src/api/requests/door.ts',
    search: "redirect: 'error',",
    replace: "redirect: 'follow',",
    test: clientTest,
    title: 'the key goes in its header to the chosen server',
  },
  {
    name: 'send cookies',
    file: 'src/api/requests/door.ts',
    search: "passage.withCookie ? 'same-origin' : 'omit',",
    replace: "passage.withCookie ? 'omit' : 'include',",
    test: clientTest,
    title: 'the key goes in its header to the chosen server',
  },
  {
    name: 'unlock the button while the outcome is unknown',
    file: 'src/artifacts/saving/SaveBar.tsx',
    search: "if (saving.result?.outcome.kind === 'unknown' || kept.lost.state !== 'none') {",
    replace: "if (saving.result?.outcome.kind === 'unchanged' || kept.lost.state !== 'none') {",
    test: pageTest,
    title: 'a request that was lost before it arrived is offered again',
  },
  {
    name: 'lose the comment on cancel',
    file: 'src/artifacts/useArtifactEditor.ts',
    search: 'closePrompt: () => setPrompt(null),',
    replace:
      "closePrompt: () => {\n      setPrompt(null);\n      draft.setComment({ body: '', format: 'commonmark' });\n    },",
    test: 'src/conflicts/ConflictReview.test.tsx',
    title: 'back to editing keeps draft and comment',
  },
  {
    name: 'keep the key in localStorage',
    file: 'src/api/keeping/keep.ts',
    search: "JSON.stringify(inTab), 'session');",
    replace: "JSON.stringify(inTab), 'local');",
    test: 'src/api/keeping/keep.test.tsx',
    title: 'kept in this tab, a reload goes on with every profile',
  },
];
