/**
 * A ref that keeps the height of its element in a custom property of the document, for what sticks above or below it.
 * Make it once, outside of a component: another one would measure anew.
 */
export function keepHeight(name: `--${string}`) {
  return (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) return undefined;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty(name, `${Math.ceil(element.getBoundingClientRect().height)}px`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  };
}
