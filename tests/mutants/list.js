import { keeping } from './keeping.js';
import { saving } from './saving.js';

/**
 * Defects that the tests must find (reliability G20). `search` stands once in `file`; with `replace` in its place the test
 * in `test` whose title holds `title` must fail.
 * @typedef {{ name: string, file: string, search: string, replace: string, test: string, title: string }} Mutant
 */

const pageTest = 'src/artifacts/ArtifactPage.test.tsx';
const clientTest = 'src/api/client.test.ts';

/** @type {Mutant[]} */
export const mutants = [
  {
    name: 'drop If-Match',
    file: 'src/api/artifacts/version.ts',
    search: "if (version.etag) return { 'If-Match': version.etag };",
    replace: 'if (version.etag) return {};',
    test: 'src/api/artifacts/change.test.ts',
    title: 'The ETag goes out as it came',
  },
  {
    name: 'quote the ETag',
    file: 'src/api/artifacts/version.ts',
    search: "return { 'If-Match': version.etag };",
    replace: "return { 'If-Match': JSON.stringify(version.etag) };",
    test: 'src/api/artifacts/change.test.ts',
    title: 'The ETag goes out as it came',
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
    file: 'src/api/changesets/read.ts',
    search: 'const start = Math.max(0, size - count);',
    replace: 'const start = Math.max(0, size - size);',
    test: 'src/api/changesets/changesets.test.ts',
    title: 'The newest changesets come from the end of the list',
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
    search: 'return equal(entry, contract.write?.(value, field, value)) ? undefined : entry;',
    replace: 'return equal(entry, undefined) ? undefined : entry;',
    test: 'src/saving/draft/draft.test.ts',
    title: 'only what differs from the base is sent',
  },
  {
    name: 'offer the own save to merge with while it is unclear',
    file: 'src/artifacts/editor/useArtifactEditor.ts',
    search: 'newer: isBehind && !isUnclear ? latest : undefined,',
    replace: 'newer: isBehind ? latest : undefined,',
    test: 'src/artifacts/safeSave.test.tsx',
    title: 'its own version is not offered to merge with',
  },
  {
    name: 'follow redirects',
    file: 'src/api/requests/door.ts',
    search: "redirect: 'error',",
    replace: "redirect: 'follow',",
    test: clientTest,
    title: 'The key goes in its header to the chosen server',
  },
  {
    name: 'sign in again by a key that comes after the sign-out',
    file: 'src/api/signIn/goOnAs.ts',
    search: 'if (isSignedIn(profileOf(session))) return beginSession(session, key);',
    replace: 'if (session) return beginSession(session, key);',
    test: 'src/api/signIn/goOnAs.test.ts',
    title: 'signs nobody in again, and is revoked with itself',
  },
  {
    name: 'send cookies',
    file: 'src/api/requests/door.ts',
    search: "passage.withCookie ? 'same-origin' : 'omit',",
    replace: "passage.withCookie ? 'omit' : 'include',",
    test: clientTest,
    title: 'The key goes in its header to the chosen server',
  },
  {
    name: 'unlock the button while the outcome is unknown',
    file: 'src/artifacts/saving/SaveBar.tsx',
    search: "if ((saving.result && isOpenEnded(saving.result)) || kept.lost.state !== 'none') {",
    replace: "if (kept.lost.state !== 'none') {",
    test: pageTest,
    title: 'a request that was lost before it arrived is offered again',
  },
  {
    name: 'put an old draft over links of others that came since, as if they were taken off',
    file: 'src/artifacts/kept/artifactAdapter.ts',
    search: 'if (isSame && !fit && !hasOtherParts(base, now)) {',
    replace: 'if (isSame && !fit) {',
    test: 'src/artifacts/kept/artifactAdapter.test.ts',
    title: 'a link that somebody set to it since stays',
  },
  {
    name: 'undo links of others with the own save',
    file: 'src/journal/prepareUndo.ts',
    search: 'const draft = ownPart({',
    replace: 'const draft = ({',
    test: 'src/journal/JournalPage.test.tsx',
    title: 'an undo leaves the links that others have set to it since',
  },
  {
    name: 'lose the comment on cancel',
    file: 'src/artifacts/editor/useSending.ts',
    search: 'wait(false);',
    replace: "wait(false);\n    draft.setComment({ body: '', format: 'commonmark' });",
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
  {
    name: 'a deletion past the journal',
    file: 'src/api/requests/write.ts',
    search: 'return about && !as ? watcher(planned, ask) : ask();',
    replace: 'return as ? watcher(planned, ask) : ask();',
    test: 'src/saving/journal/watch.test.ts',
    title: 'a write outside the engine stands there before it is sent',
  },
  ...saving,
  ...keeping,
];
