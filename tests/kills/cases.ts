import type * as Tab from './tab';

export type TabModule = typeof Tab;

/** One open page of a case: what a person does there, and what is found. */
export interface OpenPage {
  /** Types, part of it long enough ago to be kept, the rest in the last moment. */
  type(): Promise<void>;
  /** Presses save, answers what is asked, until all is saved. */
  save(): Promise<void>;
  /** After a kill: waits until what was kept is offered, or it is told as landed. */
  offered(isKept: boolean): Promise<void>;
  /** What was typed and is neither offered nor stored, or is both. `isLastKey`: killed before the last keys were kept. */
  lost(isLastKey: boolean): string[];
  close(): void;
}

/** One thing that a person wants, over one life of a tab or two. */
export interface Case {
  open(tab: TabModule): OpenPage;
  /** What is wrong with what the server holds in the end. */
  wrong(isLastKey: boolean): string[];
}
