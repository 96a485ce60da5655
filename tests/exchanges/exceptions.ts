/** A difference between the sandbox and the recordings that is right as it is. */
export interface Exception {
  /** Begins the fault's text. */
  fault: string;
  route: string;
  why: string;
}

export const exceptions: readonly Exception[] = [];

/** True when `fault` is on the list for this route. */
export function isExcepted(route: string, fault: string): boolean {
  return exceptions.some((one) => one.route === route && fault.startsWith(one.fault));
}
