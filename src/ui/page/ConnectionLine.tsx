import './connection.css';

/** The colour of the server along the top of every page, so that nobody writes to the wrong one. */
export function ConnectionLine({ color }: { color: string | undefined }) {
  return <div className={`connection-line${color ? ` connection-${color}` : ''}`} />;
}
