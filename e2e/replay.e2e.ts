import type { Page, TestInfo } from 'playwright/test';
import {
  isRightlyRead,
  isXml,
  noneRead,
  readRecordings,
  recordingsFolder,
} from '../tests/exchanges/recordings';
import { replayPort, walkFolder } from './servers';
import { expect, test } from './world';

type Json = Record<string, unknown>;

/** The answers of the walk, as recorded from a real Tuleap; none where the folder is not here. */
const walk = readRecordings(walkFolder).flatMap((recording) => {
  const { method, status, path, body } = recording;
  const isAnswer = method === 'GET' && status === 200 && path !== null && !isXml(recording);
  return isAnswer ? [{ path, body }] : [];
});

interface Thing {
  id: number;
  label: string;
}

/** The recorded things of one kind, by the address of the thing itself. */
function recorded(kind: 'projects' | 'trackers' | 'artifacts'): Thing[] {
  return walk.flatMap(({ path, body }) => {
    const id = new RegExp(`^${kind}/(\\d+)$`).exec(path)?.[1];
    const { label, title, xref } = body as { label?: string; title?: string | null; xref?: string };
    return id === undefined ? [] : [{ id: Number(id), label: label ?? (title || xref) ?? '' }];
  });
}

/** The things in the recorded lists at an address, page after page. */
function listed(path: string): Json[] {
  return walk.filter((one) => one.path === path).flatMap(({ body }) => body as Json[]);
}

/** A recorded project with a recorded tracker in its list, and in the tracker's list an artifact that was recorded too. */
function recordedWay(): { project: Thing; tracker: Thing; artifact: Thing } | undefined {
  const [projects, trackers, artifacts] = (['projects', 'trackers', 'artifacts'] as const).map(
    recorded,
  );
  const among = (things: Thing[] = [], path: string) =>
    listed(path).flatMap(({ id }) => things.find((thing) => thing.id === id) ?? []);
  for (const project of projects ?? []) {
    for (const tracker of among(trackers, `projects/${project.id}/trackers`)) {
      const [artifact] = among(artifacts, `trackers/${tracker.id}/artifacts`);
      if (artifact) return { project, tracker, artifact };
    }
  }
  return undefined;
}

const origin = `http://localhost:${replayPort}`;

async function open(page: Page): Promise<void> {
  await page.goto(`${origin}/connect`);
  await page.getByRole('button', { name: 'Sign in as recorded' }).click();
  // The list of projects, or the word that nobody recorded it.
  const projects = page.getByRole('grid', { name: 'Projects' });
  await expect(projects.or(page.getByRole('alert')).first()).toBeVisible();
}

async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({ idx: history.length, key: crypto.randomUUID() }, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** Every failure on the page must be an answer that nobody recorded, told in words. */
async function expectOnlyMissing(page: Page, where: string): Promise<number> {
  await expect.soft(page.locator('.skeleton, [role=progressbar]'), where).toHaveCount(0);
  const alerts = page.getByRole('alert');
  const texts = await alerts.allTextContents();
  for (const text of texts) expect.soft(text, where).toContain('Not recorded');
  return texts.length;
}

/** Why nothing can be opened in these recordings; undefined where all is there. */
function missingIn(thing: unknown, what: string): string | undefined {
  if (walk.length === 0) return 'no recorded answers';
  if (!walk.some(({ path }) => path === 'users/self')) return 'nobody to sign in as (users/self)';
  return thing === undefined ? what : undefined;
}

/** Without what it opens a test passes, and says why; a folder that was named and has no recordings at all fails it. */
function isHere<T>(thing: T | undefined, info: TestInfo, what: string): thing is T {
  const missing = missingIn(thing, what);
  if (missing === undefined) return true;
  const why = `Nothing is replayed: ${missing} in ${walkFolder}`;
  process.stdout.write(`${why}\n`);
  info.annotations.push({ type: 'replay', description: why });
  expect(isRightlyRead(readRecordings(recordingsFolder)), noneRead).toBe(true);
  return false;
}

test('Truth: from the projects to an artifact as a real Tuleap answered', async ({
  page,
}, info) => {
  const way = recordedWay();
  if (!isHere(way, info, 'no project with a tracker and an artifact')) return;
  const { project, tracker, artifact } = way;
  const heading = page.getByRole('heading', { level: 1 });
  await open(page);
  await page.getByRole('searchbox').fill(String(project.id));
  await page
    .getByRole('grid')
    .getByRole('link', { name: String(project.id), exact: true })
    .click();
  await expect(heading).toContainText(project.label);
  const trackers = page.getByRole('region', { name: /^Trackers/ });
  await trackers.locator(`a[href^="/trackers/${tracker.id}"]`).first().click();
  await page.waitForURL(new RegExp(`trackers.${tracker.id}\\b`));
  await page.getByRole('grid').locator(`a[href="/artifacts/${artifact.id}"]`).first().click();
  await page.waitForURL(new RegExp(`artifacts.${artifact.id}\\b`));
  await expect(heading).toHaveText(artifact.label);
  await expect(
    page.getByRole('region', { name: 'History' }).getByRole('listitem').first(),
  ).toBeVisible();
});

for (const kind of ['projects', 'trackers', 'artifacts'] as const) {
  test(`Truth: each of the recorded ${kind} opens, and shows no error but what was not recorded`, async ({
    page,
  }, info) => {
    const things = recorded(kind);
    if (!isHere(things[0], info, `no ${kind}`)) return;
    test.slow();
    await open(page);
    let missing = 0;
    for (const { id, label } of things) {
      const where = `${kind} ${id}`;
      await go(page, `/${kind}/${id}`);
      const heading = page.getByRole('heading', { level: 1 });
      await expect.soft(heading, where).toContainText(label.trim());
      if (kind === 'trackers')
        await expect
          .soft(page.getByRole('grid').or(page.getByRole('alert')).first(), where)
          .toBeVisible();
      if (kind === 'artifacts') {
        const history = page.getByRole('region', { name: 'History' });
        await expect
          .soft(history.getByRole('listitem').or(history.getByRole('alert')).first(), where)
          .toBeVisible();
      }
      missing += await expectOnlyMissing(page, where);
    }
    info.annotations.push({
      type: 'replay',
      description: `${things.length} ${kind} opened, ${missing} answers were not recorded`,
    });
  });
}
