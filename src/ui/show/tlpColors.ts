import type { CSSProperties } from 'react';

/** The colour names that Tuleap gives to trackers and list values (`color_name`, `value_color`, `tlp_color`). */
const names = new Set([
  'inca-silver',
  'chrome-silver',
  'firemist-silver',
  'red-wine',
  'fiesta-red',
  'coral-pink',
  'teddy-brown',
  'clockwork-orange',
  'graffiti-yellow',
  'army-green',
  'neon-green',
  'acid-green',
  'sherwood-green',
  'ocean-turquoise',
  'surf-green',
  'deep-blue',
  'lake-placid-blue',
  'daphne-blue',
  'plum-crazy',
  'ultra-violet',
  'lilac-purple',
  'panther-pink',
  'peggy-pink',
  'flamingo-pink',
]);

/** A colour of the server: a name of its palette, or the old free RGB of a list value. */
export type ServerColor = string | { r: number; g: number; b: number } | null | undefined;

function channel(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}

/**
 * The hue of a server colour as a CSS value, for a swatch; undefined when it names none that we know.
 * Only names of the list and checked numbers come through: a label of the server never becomes CSS.
 */
export function tlpColor(color: ServerColor): string | undefined {
  if (!color) return undefined;
  if (typeof color === 'string') {
    if (names.has(color)) return `var(--tlp-${color})`;
    return /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
  }
  const { r, g, b } = color;
  return [r, g, b].every(Number.isFinite)
    ? `rgb(${channel(r)} ${channel(g)} ${channel(b)})`
    : undefined;
}

/** The style that hands a server colour to `.dot` and `.pill`; those keep the text readable in both themes. */
export function tlpStyle(color: ServerColor): CSSProperties | undefined {
  const value = tlpColor(color);
  return value === undefined ? undefined : ({ '--hue': value } as CSSProperties);
}
