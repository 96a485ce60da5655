import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import { type Hunk, hunksOf, hunksOfBlocks } from '~/lib/diff/hunks';
import { settledPieces } from '~/lib/diff/mergeLines';
import { htmlBlocks } from '~/lib/htmlBlocks';
import type { FieldContract, FieldMerge, TextPieces } from '../contract';
import { entrySchema } from '../entry';
import { lengthProblem, requiredProblem } from '../limits';
import { keepLineEnds } from './lineEnds';

export type TextFormat = 'text' | 'html' | 'commonmark';

/** The source as it was written, never what the server rendered from it. */
export interface TextValue {
  content: string;
  format: TextFormat;
}

interface Sides {
  base: TextValue;
  mine: TextValue;
  theirs: TextValue;
}

/**
 * `format` is never `commonmark` in a read: Markdown comes as `html` with its source in `commonmark` (artifacts.md §3).
 */
const schema = entrySchema(['text'], {
  value: z.string(),
  format: z.enum(['text', 'html']),
  commonmark: z.optional(z.string()),
  post_processed_value: z.string(),
});

type TextJson = z.infer<typeof schema>;

const formats: readonly string[] = ['text', 'html', 'commonmark'] satisfies TextFormat[];

function isFormat(value: unknown): value is TextFormat {
  return typeof value === 'string' && formats.includes(value);
}

/** What a text that was never set is written in: what the tracker offers, else Markdown as the server would store it. */
function defaultFormat(field: Field): TextFormat {
  const preset = field.default_value;
  const format =
    typeof preset === 'object' && preset !== null && !Array.isArray(preset)
      ? preset.format
      : undefined;
  return isFormat(format) ? format : 'commonmark';
}

function defaultContent({ default_value: preset }: Field): string {
  const content =
    typeof preset === 'object' && preset !== null && !Array.isArray(preset)
      ? preset.content
      : preset;
  return typeof content === 'string' ? content : '';
}

/** The server's rendering of a text with its references linked; null for an entry of another shape. */
export function renderedText(entry: unknown): { html: string; keepsLines: boolean } | null {
  const parsed = z.safeParse(schema, entry);
  if (!parsed.success) return null;
  const { format, post_processed_value: html } = parsed.data;
  // Plain text comes escaped and with links; where its line ends are not marked up they must be kept by the style.
  return { html, keepsLines: format === 'text' && !/<br\b/i.test(html) };
}

/**
 * The text with plain line feeds: Tuleap's own pages send CRLF, others do not, and a line that differs in nothing else
 * was changed by nobody.
 */
function linesOf({ content }: TextValue): string {
  return content.replace(/\r\n?/g, '\n');
}

/** A text put together from such lines, with the line ends that theirs has: what is not changed stays byte for byte. */
function withLines(lines: string, mine: TextValue, theirs: TextValue): TextValue {
  return { ...mine, content: keepLineEnds(theirs.content, lines) };
}

/** HTML comes together by whole blocks: by lines, tags opened on one side could be closed on the other. */
function blocksOf(sides: Sides): readonly Hunk[] | undefined {
  const base = htmlBlocks(linesOf(sides.base));
  const mine = htmlBlocks(linesOf(sides.mine));
  const theirs = htmlBlocks(linesOf(sides.theirs));
  return base && mine && theirs ? hunksOfBlocks(base, mine, theirs) : undefined;
}

/** Two formats are never mixed. */
function inPieces(sides: Sides): TextPieces<TextValue> | undefined {
  const { base, mine, theirs } = sides;
  if (mine.format !== theirs.format || mine.format !== base.format) return undefined;
  const kind = mine.format === 'html' ? 'blocks' : 'lines';
  const hunks =
    kind === 'blocks' ? blocksOf(sides) : hunksOf(linesOf(base), linesOf(mine), linesOf(theirs));
  const feed = kind === 'blocks' ? '' : '\n';
  return hunks && { kind, hunks, join: (pieces) => withLines(pieces.join(feed), mine, theirs) };
}

function mergeTexts(base: TextValue, mine: TextValue, theirs: TextValue): FieldMerge<TextValue> {
  const pieces = inPieces({ base, mine, theirs });
  const settled = pieces && settledPieces(pieces.hunks);
  return pieces && settled
    ? { outcome: 'merged', value: pieces.join(settled) }
    : { outcome: 'conflict', value: mine };
}

/** HTML without tags, for one-line texts. Only ever shown as text: it is no protection against anything. */
function plain(html: string): string {
  return html
    .replace(/<(br|\/p|\/li|\/h\d|\/tr|\/div)\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&');
}

/** Text of several lines in one of three formats. The format is kept: a bare string would turn into Markdown. */
export const textField: FieldContract<TextJson, TextValue> = {
  id: 'text',
  types: ['text'],
  isWide: true,
  schema,
  read(json, field) {
    if (!json) return { content: '', format: defaultFormat(field) };
    return json.commonmark === undefined
      ? { content: json.value, format: json.format }
      : { content: json.commonmark, format: 'commonmark' };
  },
  write: ({ content, format }, field) => ({ field_id: field.field_id, value: { content, format } }),
  // Of no text the server names one format or another (recorded both): nobody sees which.
  isSame: (a, b) => linesOf(a) === linesOf(b) && (a.format === b.format || a.content === ''),
  initial: (field) => ({ content: defaultContent(field), format: defaultFormat(field) }),
  validate: ({ content }, field) =>
    content.trim() === '' ? requiredProblem(field) : lengthProblem(content, field),
  toText: ({ content, format }) =>
    (format === 'html' ? plain(content) : content).replace(/\s+/g, ' ').trim(),
  toSource: linesOf,
  bring: (value) => value,
  inPieces,
  mergeBoth: mergeTexts,
};
