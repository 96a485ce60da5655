import './kbd.css';

/** A key or chord as printed on a keyboard, e.g. `Ctrl K`. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
