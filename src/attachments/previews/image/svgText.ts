import { extensionOf } from '../../names/visibleName';
import type { Named } from '../contract';
import { decodeText } from '../text/decodeText';

/** Larger drawings are texts of machines; the browser would stand still over them. */
export const MOST_SVG_BYTES = 4_194_304;

/** What may stand before the root: declaration, comments, instructions, blanks. */
const prolog = /^(?:\s|<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->)*/;

/** A document type may define entities, which grow without end; drawings of programs have the plain one at most. */
const plainDoctype = /^<!DOCTYPE\s+svg(?:\s+(?:PUBLIC|SYSTEM)(?:\s+"[^"]*")*)?\s*>/i;

/**
 * True for an SVG drawing: so named, a text, and its root is `<svg>`. One that defines entities is none for us: it is
 * shown as a text.
 */
export function isSvg(head: Uint8Array, file: Named): boolean {
  if (extensionOf(file.name) !== 'svg' || file.size > MOST_SVG_BYTES) return false;
  const text = decodeText(head.subarray(0, 65_536), false)?.text;
  if (text === undefined) return false;
  const start = text.replace(prolog, '');
  return /^<(?:svg:)?svg[\s/>]/.test(start.replace(plainDoctype, '').replace(prolog, ''));
}
