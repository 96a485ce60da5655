import type { Page } from 'playwright/test';
import * as z from 'zod/mini';
import type { PersonName } from '../tests/sandbox/people';
import { type Random, randomFor } from '../tests/sandbox/seed/random';
import { ask, control } from './sandbox';
import { expect, test } from './world';

/** `npm run test:races:tabs` runs 200; each is two tabs that edit one artifact at once, over a server faithful to Tuleap. */
const RACES = Number(process.env.TAB_RACES ?? 1);
const SEED = Number(process.env.SEED ?? 20_261_121);
/** Requirements have both fields. */
const TRACKER = 81;

const fields = ['Title', 'BP-ID'] as const;

interface Tab {
  page: Page;
  /** What was typed, by field; `Comment` too. */
  typed: Map<string, string>;
  /** Everything that a prompt or a warning showed. */
  seen: string;
}

const box = (page: Page, name: string) => page.getByRole('textbox', { name }).first();
const prompt = (page: Page) => page.getByRole('dialog', { name: /Conflict/ });
const saved = (page: Page) =>
  page.getByText(/[Ss]aved as changeset \d+|landed as changeset \d+|Nothing was left to save/);

async function type(tab: Tab, random: Random, mark: string): Promise<void> {
  await tab.page.getByRole('button', { name: 'Edit' }).click();
  const some = fields.filter(() => random.chance(0.7));
  for (const name of [...(some.length > 0 ? some : ['Title']), 'Comment']) {
    const text = `${mark} ${name.slice(0, 3)}`;
    await box(tab.page, name).fill(text);
    tab.typed.set(name, text);
  }
}

/** Saves, and answers every prompt with "mine", until it is saved and nothing is asked. */
async function saveAll({ page }: Tab, look: (text: string) => void): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  for (let prompts = 0; prompts < 8; prompts += 1) {
    await expect(prompt(page).or(saved(page)).first()).toBeVisible();
    if ((await prompt(page).count()) === 0) return;
    const send = prompt(page).getByRole('button', { name: /^(Save merged version|Merge back)/ });
    // Mine for each, to and fro: a key that comes before the prompt listens is no choice.
    await expect(async () => {
      for (const key of ['2', 'j', '2', 'k']) {
        // Each field that both changed is on the screen once before it is decided.
        look(await prompt(page).innerText());
        if (await send.isEnabled()) return;
        await page.keyboard.press(key);
      }
      await expect(send).toBeEnabled({ timeout: 200 });
    }).toPass({ intervals: [50], timeout: 60_000 });
    await page.keyboard.press('Control+Enter');
    await expect(prompt(page)).toHaveCount(0);
  }
  throw new Error('Asked eight times');
}

/** What the world holds: values now, and every value and comment that it ever held. */
async function history(world: string, id: number) {
  const { body } = await ask(world, 'dora', `GET artifacts/${id}/changesets?limit=50`);
  return JSON.stringify(body);
}

interface Facts {
  world: string;
  id: number;
  seed: number;
  signIn(page: Page, person: PersonName, at: string): Promise<void>;
}

/** Without blanks and without the words for what a comparison marks: it cuts a text into pieces. */
const bare = (text: string) => text.replaceAll(/added:|removed:|\s/g, '');

/** As many requirements as take turns. */
async function requirements(world: string): Promise<number[]> {
  const { body } = await ask(world, 'dora', `GET trackers/${TRACKER}/artifacts?limit=30`);
  const ids = z.parse(z.array(z.looseObject({ id: z.int() })), body).map(({ id }) => id);
  expect(ids).toHaveLength(30);
  return ids;
}

async function race(tabs: readonly [Tab, Tab], facts: Facts) {
  const { world, id, seed } = facts;
  const random = randomFor(seed);
  for (const [index, tab] of tabs.entries()) {
    await facts.signIn(tab.page, index === 0 ? 'anna' : 'ben', `/artifacts/${id}`);
    tab.typed.clear();
    tab.seen = '';
    await type(tab, random, `s${seed}t${index}`);
  }
  await Promise.all(
    tabs.map((tab) =>
      saveAll(tab, (text) => {
        tab.seen += text;
      }),
    ),
  );
  const { body } = await ask(world, 'dora', `GET artifacts/${id}?values_format=collection`);
  const now = JSON.stringify(body);
  const all = await history(world, id);
  const faults: string[] = [];
  for (const [index, tab] of tabs.entries()) {
    const other = tabs[1 - index];
    for (const [name, text] of tab.typed) {
      const comments = all.split(`"commonmark":"${text}"`).length - 1;
      if (name === 'Comment' && comments !== 1)
        faults.push(`SEED=${seed}: ${text} ${comments} times`);
      if (name === 'Comment' || now.includes(text)) continue;
      const isKnown = all.includes(text) && bare(other?.seen ?? '').includes(bare(text));
      if (!isKnown) faults.push(`SEED=${seed}: ${text} is lost`);
    }
  }
  return faults;
}

test(`G3: two tabs that save at once lose nothing unseen (${RACES} from SEED=${SEED})`, async ({
  page,
  secondPage,
  world,
  signIn,
}) => {
  test.setTimeout(120_000 + RACES * 15_000);
  await control(world, 'concurrency', { mode: 'faithful', seed: SEED });
  const tabs = [
    { page, typed: new Map(), seen: '' },
    { page: secondPage, typed: new Map(), seen: '' },
  ] as const;
  const faults: string[] = [];
  const ids = await requirements(world);
  for (let at = 0; at < RACES; at += 1) {
    const id = ids[at % ids.length] ?? 0;
    faults.push(...(await race([...tabs], { world, id, seed: SEED + at, signIn })));
  }
  expect(faults).toEqual([]);
});
