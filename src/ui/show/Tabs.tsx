import { type KeyboardEvent, type ReactNode, useId } from 'react';
import './tabs.css';

export interface TabItem<Value extends string> {
  value: Value;
  label: string;
  count?: number | undefined;
}

interface TabListProps<Value extends string> {
  /** Accessible name of the row of tabs. */
  label: string;
  value: Value;
  /** The page keeps the chosen tab in the URL. */
  onChange(value: Value): void;
  tabs: readonly TabItem<Value>[];
  /** Begins the ids of the tabs and of their panel (`tabPanel`). */
  id: string;
}

interface TabsProps<Value extends string> extends Omit<TabListProps<Value>, 'id'> {
  /** The content of the chosen tab. */
  children: ReactNode;
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

/** What makes an element the panel of the chosen tab of the `TabList` with this id. */
export function tabPanel(id: string, value: string) {
  return {
    role: 'tabpanel',
    id: `${id}-panel`,
    'aria-labelledby': `${id}-${value}`,
    className: 'tab-panel',
  };
}

/** The row of tabs alone, for a page that keeps its panels itself; arrows, Home and End move and choose. */
export function TabList<Value extends string>({
  label,
  value,
  onChange,
  tabs,
  id,
}: TabListProps<Value>) {
  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const index = nextIndex(
      event.key,
      tabs.findIndex((tab) => tab.value === value),
      tabs.length,
    );
    const next = index === undefined ? undefined : tabs[index];
    if (index === undefined || !next) return;
    event.preventDefault();
    onChange(next.value);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  }
  return (
    <div className="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${id}-${tab.value}`}
          aria-selected={tab.value === value}
          aria-controls={`${id}-panel`}
          tabIndex={tab.value === value ? 0 : -1}
          className="tab"
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}

/** Tabs with one panel. */
export function Tabs<Value extends string>({ children, ...list }: TabsProps<Value>) {
  const id = useId();
  return (
    <>
      <TabList {...list} id={id} />
      <div {...tabPanel(id, list.value)}>{children}</div>
    </>
  );
}
