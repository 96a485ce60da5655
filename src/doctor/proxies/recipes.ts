import type { Connection } from '~/api/session';
import { apache } from './apache';
import { nginx } from './nginx';
import type { Recipe } from './recipe';
import { vite } from './vite';

export const recipes: readonly Recipe[] = [nginx, apache, vite];

/** What the README writes, where this page cannot know what stands behind its own address. */
const EXAMPLE = 'https://tuleap.example.org';

/** The address of the Tuleap itself: a listed one, or the host that the label of the one behind us names. */
export function originBehind({ url, label }: Pick<Connection, 'url' | 'label'>): string {
  if (url !== '') return url;
  return /^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(label) ? `https://${label}` : EXAMPLE;
}
