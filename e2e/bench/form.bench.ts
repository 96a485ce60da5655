import { type CDPSession, expect, type Page, test } from 'playwright/test';
import { NARROW, WIDE } from '../../tests/sandbox/seed/formArtifacts';
import { port } from '../servers';

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

/** Types into one field of a form, slowed down. */
async function measure(page: Page, artifact: number, field: string): Promise<Figures> {
  await page.goto(`/connect?return=/artifacts/${artifact}`);
  await page.getByRole('button', { name: 'Sign in as anna' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const control = page.getByRole('textbox', { name: field, exact: true });
  await control.focus();
  await page.keyboard.press('End');
  // The first key of a draft wakes the save bar; what counts is typing on.
  await page.keyboard.type('warm up ');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
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
      const found = await measure(await context.newPage(), artifact, field);
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
