import { readdirSync, readFileSync } from 'node:fs';
import type { Page, TestInfo } from 'playwright/test';
import { replayPort, walkFolder } from './servers';
import { expect, test } from './world';

interface Recorded {
  path: string;
  body: unknown;
}

/** The answers of the walk, as recorded from a real Tuleap; none where the folder is not here. */
function readWalk(): Recorded[] {
  let names: string[];
  try {
    names = readdirSync(walkFolder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  return names.flatMap((name): Recorded[] => {
    const text = readFileSync(`${walkFolder}/${name}`, 'utf8');
    const { request, response } = JSON.parse(text) as {
      request?: { method: string; path: string };
      response?: { status: number; body: unknown };
    };
    const isAnswer = request?.method === 'GET' && response?.status === 200;
    return isAnswer ? [{ path: request.path, body: response.body }] : [];
  });
}

const walk = readWalk();

/** The recorded things of one kind, by the address of the thing itself. */
function recorded(kind: 'projects' | 'trackers' | 'artifacts'): { id: number; label: string }[] {
  return walk.flatMap(({ path, body }) => {
    const id = new RegExp(`^/api/${kind}/(\\d+)(\\?|$)`).exec(path)?.[1];
    const { label, title, xref } = body as { label?: string; title?: string | null; xref?: string };
    return id === undefined ? [] : [{ id: Number(id), label: label ?? (title || xref) ?? '' }];
  });
}

const origin = `http://localhost:${replayPort}`;

async function open(page: Page): Promise<void> {
  await page.goto(`${origin}/connect`);
  await page.getByRole('button', { name: 'Sign in as recorded' }).click();
  await expect(page.getByRole('grid', { name: 'Projects' })).toBeVisible();
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

/** Without the recordings a test has nothing to open: it passes, and its annotation says why. */
function isHere(info: TestInfo): boolean {
  if (walk.length > 0) return true;
  info.annotations.push({ type: 'replay', description: 'No recorded walk on this machine.' });
  return false;
}

test('Truth: from the projects to an artifact as a real Tuleap answered', async ({
  page,
}, info) => {
  if (!isHere(info)) return;
  await open(page);
  const project = recorded('projects').find(({ id }) =>
    walk.some(
      ({ path, body }) =>
        path.startsWith(`/api/projects/${id}/trackers`) && (body as unknown[]).length > 0,
    ),
  );
  await page.getByRole('searchbox').fill(String(project?.id));
  await page
    .getByRole('grid')
    .getByRole('link', { name: String(project?.id), exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(project?.label ?? '-');
  await page
    .getByRole('region', { name: /^Trackers/ })
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/trackers.\d+/);
  const first = page.getByRole('grid').getByRole('link').first();
  await first.click();
  await page.waitForURL(/artifacts.\d+/);
  const id = Number(/artifacts.(\d+)/.exec(page.url())?.[1]);
  const artifact = recorded('artifacts').find((one) => one.id === id);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(artifact?.label ?? '-');
  await expect(
    page.getByRole('region', { name: 'History' }).getByRole('listitem').first(),
  ).toBeVisible();
});

for (const kind of ['projects', 'trackers', 'artifacts'] as const) {
  test(`Truth: each of the recorded ${kind} opens, and shows no error but what was not recorded`, async ({
    page,
  }, info) => {
    if (!isHere(info)) return;
    test.slow();
    await open(page);
    const things = recorded(kind);
    expect(things.length).toBeGreaterThan(0);
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
