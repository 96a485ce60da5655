import { type CDPSession, expect, type Page, test } from 'playwright/test';
import * as z from 'zod/mini';
import { EVERY_TYPE, NARROW, WIDE } from '../../tests/sandbox/seed/formArtifacts';
import { port } from '../servers';
import { settled } from '../settled';

/** How much slower than here a plain office machine is taken to be. */
const SLOWER = 4;
const KEYS = 25;

interface Figures {
  /** Milliseconds of script for one key. */
  script: number;
  /** Milliseconds from the key to the next frame, the median and the 95th percentile. */
  paint: number;
  slowPaint: number;
}

async function scriptSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

/** Notes, for each key, how long it takes from the event to the frame after it. */
async function watchPaint(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { paintTimes: times });
    addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          // Past the frame's own callbacks, its style, layout and paint.
          channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        });
      },
      true,
    );
  });
}

async function paintTimes(page: Page): Promise<number[]> {
  const times = await page.evaluate(() => Reflect.get(globalThis, 'paintTimes'));
  return (Array.isArray(times) ? times : []).map(Number).toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

async function edit(page: Page, artifact: number): Promise<void> {
  await page.goto(`/connect?return=/artifacts/${artifact}`);
  await page.getByRole('button', { name: 'Sign in as anna' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
}

interface Typing {
  artifact: number;
  field: string;
  /** What stands in it before. */
  text?: string;
}

/** Types into one field of a form, slowed down. */
async function measure(page: Page, { artifact, field, text }: Typing): Promise<Figures> {
  await edit(page, artifact);
  const control = page.getByRole('textbox', { name: field, exact: true });
  if (text !== undefined) await control.fill(text);
  await control.focus();
  await page.keyboard.press('End');
  // The first key of a draft wakes the save bar; what counts is typing on.
  await page.keyboard.type('warm up ');
  const devtools = await page.context().newCDPSession(page);
  // The thread's own time: what else the machine does is not counted.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await watchPaint(page);
  const before = await scriptSeconds(devtools);
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press('x');
  await expect.poll(async () => (await paintTimes(page)).length, { timeout: 60_000 }).toBe(KEYS);
  const script = (1_000 * ((await scriptSeconds(devtools)) - before)) / KEYS;
  const times = await paintTimes(page);
  return { script, paint: at(times, 0.5), slowPaint: at(times, 0.95) };
}

const line = (name: string, { script, paint, slowPaint }: Figures) =>
  `${name.padEnd(28)} ${script.toFixed(2).padStart(8)} ${paint.toFixed(1).padStart(8)} ${slowPaint.toFixed(1).padStart(8)}`;

test(`200 fields are as quick as 60, at ${SLOWER} times slower`, async ({ browser }) => {
  const titles = ['script', 'paint', '95th'].map((title) => title.padStart(8)).join(' ');
  process.stdout.write(`\n${'ms a key'.padEnd(28)} ${titles}\n`);
  const rows: string[] = [];
  const ratios: string[] = [];
  for (const field of ['Name 1', 'Note 3', 'Weight 5']) {
    const figures: Figures[] = [];
    for (const artifact of [NARROW, WIDE]) {
      const context = await browser.newContext({
        baseURL: `http://bench${artifact}.localhost:${port}`,
      });
      const found = await measure(await context.newPage(), { artifact, field });
      figures.push(found);
      const row = line(`${field}, ${artifact === WIDE ? 200 : 60} fields`, found);
      rows.push(row);
      process.stdout.write(`${row}\n`);
      await context.close();
    }
    const [narrow, wide] = figures;
    if (narrow && wide) {
      const ratio = (key: keyof Figures) => (wide[key] / narrow[key]).toFixed(2);
      ratios.push(`${field}: 200 to 60 fields, script ${ratio('script')}, paint ${ratio('paint')}`);
    }
  }
  process.stdout.write(`\n${ratios.join('\n')}\n`);
  expect(rows).toHaveLength(6);
});

test(`a text of 60,000 characters, at ${SLOWER} times slower`, async ({ browser }) => {
  process.stdout.write('\n');
  for (const length of [600, 60_000]) {
    const context = await browser.newContext({
      baseURL: `http://bench${length}.localhost:${port}`,
    });
    const text = `${'Words of a line that is not short. '.repeat(4)}\n`.repeat(length / 141);
    const typing = { artifact: EVERY_TYPE, field: 'Markdown text', text };
    const found = await measure(await context.newPage(), typing);
    expect(found.script).toBeGreaterThan(0);
    process.stdout.write(`${line(`A text of ${length}`, found)}\n`);
    await context.close();
  }
});

const traceSchema = z.object({
  traceEvents: z.array(
    z.looseObject({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** What the event took of the processor, in microseconds. */
      tdur: z.optional(z.number()),
      args: z.optional(z.looseObject({ name: z.optional(z.unknown()) })),
    }),
  ),
});

/** The longest task of a page while `work` goes on, in milliseconds of the processor: what else the machine does is not counted. */
async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('a page of a test has a browser');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  await settled(page);
  const { traceEvents } = traceSchema.parse(JSON.parse(String(await browser.stopTracing())));
  const place = ({ pid, tid }: { pid: number; tid: number }) => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(place),
  );
  return traceEvents
    .filter(({ name, tdur = 0 }) => name.endsWith('RunTask') && tdur > 0)
    .filter((event) => pages.has(place(event)))
    .reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1_000), 0);
}

test('E4: a list of 5,000 values opens and filters without a long task', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: `http://benchlist.localhost:${port}` });
  const page = await context.newPage();
  await edit(page, EVERY_TYPE);
  const options = page.locator('.options-popup').getByRole('option');
  const figures: string[] = [];
  for (const name of ['5,000 options', 'Select box']) {
    const box = page.getByRole('combobox', { name, exact: true });
    await box.scrollIntoViewIfNeeded();
    await settled(page);
    const opening = await longestTask(page, async () => {
      await box.click();
      await options.first().waitFor();
    });
    figures.push(`${name} opening ${opening.toFixed(0)}`);
    if (name === 'Select box') continue;
    const shown = await options.count();
    expect(shown).toBeLessThan(200);
    const filtering = await longestTask(page, async () => {
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('part 321');
      await expect(options.first()).toContainText('321');
    });
    figures.push(`filtering ${filtering.toFixed(0)}, ${shown} options drawn`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
  }
  process.stdout.write(`\nlongest task, ms of the processor: ${figures.join('; ')}\n`);
  await context.close();
});
