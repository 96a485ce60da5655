import type { Locator, Page } from 'playwright/test';
import { ask } from './sandbox';
import { expect } from './world';

/** The requirement of the pictures: a log, two screenshots, a specification, an archive. */
export const REQUIREMENT = 431;
/** The bug with a log of several MiB, and the one with files of every kind. */
export const BIG = 701;
export const KINDS = 700;

export const MIB = 1_048_576;

/** A file as the server tells of it. */
export interface FileInfo {
  id: number;
  name: string;
  size: number;
}

/** The files of an artifact as its world holds them. */
export async function filesOf(world: string, artifact: number): Promise<FileInfo[]> {
  const path = `GET artifacts/${artifact}?values_format=collection`;
  const { body } = await ask(world, 'dora', path);
  const { values } = body as { values: { type: string; file_descriptions?: FileInfo[] }[] };
  return values.find(({ type }) => type === 'file')?.file_descriptions ?? [];
}

/** Anna's files that are attached to nothing. */
export async function unattached(world: string): Promise<FileInfo[]> {
  return (await ask(world, 'anna', 'GET artifact_temporary_files?limit=50')).body as FileInfo[];
}

/** A text file to give. */
export function log(name: string, size: number) {
  return { name, mimeType: 'text/plain', buffer: Buffer.alloc(size, 'a line of a log\n') };
}

/** What is found on the page of an artifact with files. */
export const row = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Open ${name}` }) });
export const upload = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name });
export const picker = (page: Page): Locator => page.getByLabel('Attachments', { exact: true });
export const save = (page: Page): Locator =>
  page.getByRole('button', { name: 'Save', exact: true });
export const saved = (page: Page): Locator => page.getByText(/^Saved as changeset \d+/);

/** Opens its form. */
export async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(picker(page)).toBeAttached();
}
