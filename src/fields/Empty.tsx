/** What stands where a field has no value; tables show nothing instead. */
export function Empty({ children = 'None' }: { children?: string }) {
  return <span className="soft">{children}</span>;
}
