import { file, perFile, type Rule } from './rule';
import { isCode, isTest, type Node, nodesOf, type Source, textOf } from './sources';

/**
 * The writes that `send` itself does not write down: the saves of the engine have an entry of their own, with more in it;
 * the others change nothing that a person would look for.
 */
const quiet: Readonly<Record<string, string>> = {
  putArtifactWrite: 'journaledSave',
  postArtifactWrite: 'journaledCreate',
  copyArtifactWrite: 'journaledCreate',
  putSettingsWrite: 'journaledSvn',
  putTemporaryFileWrite: 'a chunk of an upload that has its entry',
  checkNewProjectWrite: 'a dry run',
  createTokenWrite: 'signing in',
  deleteTokenWrite: 'signing out',
};

function quietBuilders(source: Source): string[] {
  return nodesOf(source)
    .filter(({ type }) => type === 'FunctionDeclaration')
    .filter((node) => /\babout: null\b/.test(textOf(source, node)))
    .map(({ id }) => String((id as Node).name));
}

/** `about` is required by its type; null is for the writes above alone. */
const writesSayWhat = perFile({
  name: 'a write says what it is about, for the journal of every write (features A7)',
  about: (path) => isCode(path) && path.startsWith('src/') && !isTest(path),
  find: (source) => {
    const builders = quietBuilders(source);
    const isElsewhere = builders.length === 0 && /\babout: null\b/.test(source.text);
    const isType = source.path === 'src/api/requests/write.ts';
    return [
      ...builders.filter((name) => quiet[name] === undefined),
      ...(isElsewhere && !isType ? ['about: null outside of a builder'] : []),
    ];
  },
  bad: [
    file('src/api/svn.ts', 'export function lockWrite() { return { about: null, schema }; }'),
    file('src/inspector/a.ts', 'await send({ method, about: null, schema });'),
  ],
  good: [
    file('src/api/svn.ts', 'export function putSettingsWrite() { return { about: null }; }'),
    file('src/api/svn.ts', 'export function lockWrite() { return { about: { name } }; }'),
  ],
});

/** Where the writes of the engine are handed to it, and where it is run: nobody else may send or run them. */
const engine: readonly (readonly [names: RegExp, may: RegExp])[] = [
  [
    /^(putArtifact|postArtifact|copyArtifact|putSettings)$/,
    /^src\/(api\/(artifacts\/(change|create)|svn)|saving\/(restPort|create\/(restCreatePort|useCreate)|svn\/restSvnPort))\.ts$/,
  ],
  [/^saveArtifact$/, /^src\/saving\/(saveArtifact|useSave|others\/restOthers)\.ts$/],
  [/^createArtifact$/, /^src\/saving\/create\/(createArtifact|useCreate)\.ts$/],
  [/^saveSvn$/, /^src\/saving\/svn\/(saveSvn|useSaveSvn)\.ts$/],
];

const runners = /^src\/saving\/(.*\/)?(use[A-Z]\w*|restOthers)\.ts$/;

const savesAreJournaled = perFile({
  name: 'the saves of the engine are sent and run only where they get their entry in the journal (features A7)',
  about: (path) => isCode(path) && path.startsWith('src/') && !isTest(path),
  find: (source) => {
    const named = new Set(
      nodesOf(source)
        .filter(({ type }) => type === 'Identifier')
        .map(({ name }) => String(name)),
    );
    const strays = [...named].filter((name) =>
      engine.some(([names, may]) => names.test(name) && !may.test(source.path)),
    );
    const runs = [...named].filter((name) => /^(saveArtifact|createArtifact|saveSvn)$/.test(name));
    const isBare =
      runners.test(source.path) &&
      runs.length > 0 &&
      ![...named].some((name) => /^journaled[A-Z]/.test(name));
    return [...strays, ...(isBare ? [`${runs.join(', ')} without its entry`] : [])];
  },
  bad: [
    file('src/artifacts/a.ts', 'await putArtifact(1, change, version);'),
    file('src/projects/a.ts', 'await createArtifact(job, port);'),
    file('src/saving/useSave.ts', 'await saveArtifact(job, port);'),
    file('src/saving/others/restOthers.ts', 'await saveArtifact(job, port);'),
  ],
  good: [
    file('src/saving/useSave.ts', 'await journaledSave(sent, () => saveArtifact(job, port));'),
    file('src/saving/restPort.ts', 'export const restPort = { write: putArtifact };'),
  ],
});

export const journalRules: Rule[] = [writesSayWhat, savesAreJournaled];
