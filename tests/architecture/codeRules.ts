import { calleeName, calls, literals } from './nodes';
import { file, perFile, type Rule } from './rule';
import { importsOf, isCode, isTest, type Node, nodesOf, type Source } from './sources';

const inSrc = (path: string) => isCode(path) && path.startsWith('src/');

const noAny = perFile({
  name: 'no any',
  about: isCode,
  find: (source) =>
    nodesOf(source).flatMap((node) => (node.type === 'TSAnyKeyword' ? ['any'] : [])),
  bad: [
    file('src/a.ts', 'const a: any = 1;'),
    file('tests/a.ts', 'const a = b as any;'),
    file('e2e/a.ts', 'const a: Array<any> = [];'),
  ],
  good: [file('src/a.ts', "const any: unknown = 'any'; // any")],
});

/** Outside this list a request could miss the credentials' guard, the redirect guard and the log. */
const mayFetch = ['src/api/requests/door.ts', 'src/api/requests/readStatic.ts'];
const requesters = ['fetch', 'XMLHttpRequest', 'sendBeacon', 'EventSource', 'WebSocket'];

const oneDoor = perFile({
  name: 'requests leave through api/requests/door.ts only, but for those for files of this app',
  about: (path) => inSrc(path) && !isTest(path) && !mayFetch.includes(path),
  find: (source) =>
    calls(source)
      .map(calleeName)
      .filter((name) => requesters.includes(name)),
  bad: [
    file('src/api/users.ts', "await fetch('/api');"),
    file('src/app/a.ts', "window.fetch('/api');"),
    file('src/api/requests/probe.ts', 'fetch(url);'),
    file('src/app/a.ts', 'new XMLHttpRequest();'),
    file('src/app/a.ts', "navigator.sendBeacon('/x');"),
  ],
  good: [
    file('src/api/users.ts', 'query.refetch(); prefetch();'),
    file('src/api/requests/door.ts', 'fetch(url);'),
  ],
});

/** They alone choose server and credentials; whoever passed the door by itself could send a key anywhere. */
const mayPass =
  /^src\/api\/(asking\/[^/]+|answers\/openFile|blueprint\/(client|tries)|requests\/[^/]+)\.ts$/;

const doorHasTwoWays = perFile({
  name: 'only the two clients, files and the doctor’s probe go to the door',
  about: (path) => inSrc(path) && !isTest(path) && !mayPass.test(path),
  find: (source) =>
    importsOf(source).flatMap(({ target, specifier }) =>
      target === 'src/api/requests/door' ? [`imports ${specifier}`] : [],
    ),
  bad: [file('src/api/users.ts', "import { pass } from './requests/door';")],
  good: [file('src/api/asking/tries.ts', "import { pass } from '../requests/door';")],
});

const secretsStay = perFile({
  name: 'only the client and the probe ask for the credentials of the session',
  about: (path) => inSrc(path) && !isTest(path),
  find: (source) => {
    const guarded = {
      currentCredentials: /^src\/api\/(client|asking\/[^/]+|session|requests\/probe)\.ts$/,
      currentBlueprintToken: /^src\/api\/blueprint\/(client|session)\.ts$/,
    };
    return Object.entries(guarded).flatMap(([secret, may]) =>
      !may.test(source.path) &&
      nodesOf(source).some((node) => node.type === 'Identifier' && node.name === secret)
        ? [`uses ${secret}`]
        : [],
    );
  },
  bad: [
    file('src/app/a.ts', "import { currentCredentials } from '~/api/session';"),
    file('src/api/client.ts', "import { currentBlueprintToken } from './blueprint/session';"),
  ],
  good: [file('src/app/a.ts', "import { currentSession } from '~/api/session';")],
});

/** What a shared computer must not keep is refused in one place each (features Z9), and what cannot be copied is told in one. */
const places: Record<string, RegExp> = {
  localStorage: /^src\/lib\/storage\.ts$/,
  sessionStorage: /^src\/lib\/storage\.ts$/,
  indexedDB: /^src\/kept\/database\.ts$/,
  openDB: /^src\/kept\/database\.ts$/,
  clipboard: /^src\/ui\/copyText\.ts$/,
};

const onePlace = perFile({
  name: 'storage and clipboard of the browser are touched in one place each',
  about: (path) => inSrc(path) && !isTest(path),
  find: (source) =>
    Object.entries(places).flatMap(([name, may]) =>
      !may.test(source.path) &&
      nodesOf(source).some((node) => node.type === 'Identifier' && node.name === name)
        ? [`uses ${name}`]
        : [],
    ),
  bad: [
    file('src/app/a.ts', "localStorage.getItem('x');"),
    file('src/lib/a.ts', 'globalThis.sessionStorage.clear();'),
    file('src/api/a.ts', "indexedDB.open('x');"),
    file('src/ui/a.ts', "void navigator.clipboard.writeText('x');"),
  ],
  good: [
    file('src/app/a.ts', "import { readStored } from '~/lib/storage'; // not localStorage"),
    file(
      'src/kept/database.ts',
      "import { openDB } from 'idb'; openDB('x'); globalThis.indexedDB;",
    ),
  ],
});

/** The one place that turns text of the API into HTML, and gives DOMPurify its Trusted Types policy. */
const sanitisers = /^src\/ui\/html\/(SafeHtml\.tsx|sanitise\.ts|policy\.ts)$/;
const htmlSinks =
  /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|DOMParser|createContextualFragment|setHTML|setHTMLUnsafe|parseHTMLUnsafe|srcDoc|srcdoc|createPolicy)$/;

const oneSanitiser = perFile({
  name: 'HTML is rendered by the one sanitising component only',
  about: (path) => inSrc(path) && !isTest(path) && !sanitisers.test(path),
  find: (source) =>
    nodesOf(source)
      .filter((node) => node.type === 'Identifier' || node.type === 'JSXIdentifier')
      .map((node) => String(node.name))
      .filter((name) => htmlSinks.test(name))
      .concat(
        importsOf(source).flatMap(({ specifier }) =>
          specifier === 'dompurify' ? ['imports dompurify'] : [],
        ),
      ),
  bad: [
    file('src/app/A.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: x }} />;'),
    file('src/app/a.ts', 'element.innerHTML = text;'),
    file('src/api/xml.ts', 'new DOMParser();'),
    file('src/app/a.ts', "element.insertAdjacentHTML('afterend', x);"),
    file('src/app/a.ts', "import purify from 'dompurify';"),
    file('src/app/a.ts', "const purify = await import('dompurify');"),
  ],
  good: [file('src/app/a.ts', 'element.textContent = text; // not innerHTML')],
});

/** REST codes of fields (trackers.md §2.1); containers and static elements are layout and may be told apart anywhere. */
const fieldTypes = new Set(
  `string text int float date sb rb msb cb tbl file art_link perm computed cross aid atid subby luby subon lud
  priority burndown burnup Encrypted shared ttmstepdef ttmstepexec`.split(/\s+/),
);

function isTypeAccess(node: Node): boolean {
  if (node.type === 'ChainExpression') return isTypeAccess(node.expression as Node);
  if (node.type !== 'MemberExpression')
    return node.type === 'Identifier' && /^(field)?type$/i.test(String(node.name));
  return (node.property as Node).name === 'type';
}

/** The field types that this node decides on: `field.type === 'sb'`, `switch (type)`, `['sb', 'rb'].includes(field.type)`. */
function decidesOn(node: Node): string[] {
  if (node.type === 'BinaryExpression' && /^[!=]==?$/.test(String(node.operator))) {
    const sides = [node.left as Node, node.right as Node];
    return sides.some(isTypeAccess) ? literals(sides) : [];
  }
  if (node.type === 'SwitchStatement' && isTypeAccess(node.discriminant as Node)) {
    return literals((node.cases as Node[]).map((it) => it.test as Node | null));
  }
  if (node.type !== 'CallExpression' || !/^(includes|has)$/.test(calleeName(node))) return [];
  const object = (node.callee as Node).object as Node | undefined;
  const isAboutType = (node.arguments as Node[]).some(isTypeAccess);
  return isAboutType && object?.type === 'ArrayExpression'
    ? literals(object.elements as Node[])
    : [];
}

/** The types that a file's own contract lists: within its folder it may tell those apart. */
function ownTypes(sources: readonly Source[], folder: string): Set<string> {
  const lists = sources
    .filter(({ path }) => inSrc(path) && path.startsWith(`${folder}/`))
    .flatMap(nodesOf)
    .filter((node) => node.type === 'Property' && (node.key as Node).name === 'types')
    .map((node) => node.value as Node)
    .filter((value) => value.type === 'ArrayExpression');
  return new Set(lists.flatMap((list) => literals(list.elements as Node[])));
}

const typesAskTheRegistry: Rule = {
  name: 'no decision on a field type outside the registry, the API and the contract that has the type',
  check: (sources) =>
    sources
      .filter(({ path }) => inSrc(path) && !isTest(path))
      .filter(({ path }) => path !== 'src/fields/registry.ts' && !path.startsWith('src/api/'))
      .flatMap((source) => {
        const folder = /^src\/fields\/[^/]+(?=\/)/.exec(source.path)?.[0];
        const own = folder ? ownTypes(sources, folder) : new Set<string>();
        return nodesOf(source)
          .flatMap(decidesOn)
          .filter((type) => fieldTypes.has(type) && !own.has(type))
          .map((type) => `${source.path}: decides on "${type}"`);
      }),
  bad: [
    file('src/artifacts/a.ts', "if (field.type === 'string') run();"),
    file('src/saving/a.ts', "switch (field.type) { case 'sb': run(); }"),
    file('src/trackers/a.ts', "const is = ['msb', 'cb'].includes(field.type);"),
    file('src/fields/merge.ts', "const is = type !== 'art_link';"),
    file('src/fields/date/DateView.tsx', "const is = field?.type === 'file';"),
  ],
  good: [
    file(
      'src/artifacts/a.ts',
      "if (element.type === 'fieldset') run(); if (typeof x === 'string') run();",
    ),
    file(
      'src/fields/choice/choiceField.ts',
      "export const c = { types: ['sb', 'msb'] }; const m = field.type === 'msb';",
    ),
    file('src/fields/registry.ts', "if (field.type === 'string') run();"),
  ],
};

export const codeRules: Rule[] = [
  noAny,
  oneDoor,
  doorHasTwoWays,
  secretsStay,
  onePlace,
  oneSanitiser,
  typesAskTheRegistry,
];
