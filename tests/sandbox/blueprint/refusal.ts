/** Ends a call of the sandbox's Blueprint with a status and its `Message`, from any depth. */
export class BlueprintRefusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

export function refuseBlueprint(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): never {
  throw new BlueprintRefusal(status, message, headers);
}
