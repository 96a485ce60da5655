import type { ReactNode } from 'react';
import { type ServerColor, tlpStyle } from './tlpColors';
import './tlpColors.css';

/** An 8 px dot in a server colour and its word: status, severity. The word carries the meaning. */
export function Dot({ color, children }: { color?: ServerColor; children: ReactNode }) {
  return (
    <span className="with-dot">
      <span className="dot" style={tlpStyle(color)} aria-hidden="true" />
      <span className="clip">{children}</span>
    </span>
  );
}

/** A small square in a tracker's colour; stands before the tracker's name. */
export function Swatch({ color }: { color?: ServerColor }) {
  return <span className="swatch" style={tlpStyle(color)} aria-hidden="true" />;
}

/** A value on a tint of its server colour, for lists of several values. */
export function Pill({ color, children }: { color?: ServerColor; children: ReactNode }) {
  return (
    <span className="pill" style={tlpStyle(color)}>
      {tlpStyle(color) ? <span className="dot" style={tlpStyle(color)} aria-hidden="true" /> : null}
      <span className="clip">{children}</span>
    </span>
  );
}
