import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** In place of a part that somebody asked for and whose code could not be fetched. */
export function NotLoaded() {
  return <p role="alert">This part could not be loaded. Reload the page.</p>;
}

function Nothing() {
  return null;
}

/**
 * A part of a page whose code comes after it (`React.lazy`). Where the code cannot be fetched, because the line is lost or a
 * new version is out, `instead` stands in its place and the page goes on; a plain `lazy` would take the whole page down.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  instead: ComponentType<Props> = Nothing,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: instead }),
    ),
  );
}
