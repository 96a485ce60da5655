/**
 * Goes to a place of ours as a fresh document in place of this one: nothing of the session stays in memory, and Back does
 * not lead into it.
 */
export function leaveFor(path: string): void {
  location.replace(import.meta.env.BASE_URL.replace(/\/$/, '') + path);
}
