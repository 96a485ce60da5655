import type { GridPlace } from './gridColumn';

/** What a table looked like when it was left. */
export interface GridView {
  top: number;
  left: number;
  place: GridPlace | null;
  hadFocus: boolean;
}

/** The last views, by history entry: Back comes to the same rows. 50 entries are more than anybody goes back. */
const views = new Map<string, GridView>();
const MOST = 50;

export function rememberView(key: string, view: GridView): void {
  views.delete(key);
  views.set(key, view);
  const oldest = views.keys().next().value;
  if (views.size > MOST && oldest !== undefined) views.delete(oldest);
}

export function recallView(key: string): GridView | undefined {
  return views.get(key);
}
