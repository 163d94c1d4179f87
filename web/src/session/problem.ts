/** One field that was refused: which, what is expected in it, and an example. */
export interface FieldFault {
  field: string;
  expected: string;
  example: string;
}

/** What the server refused, as it said so (`application/problem+json`). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Stable name in upper snake case, for instance `SIGN_IN_REFUSED`; empty where something else answered. */
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldFault[],
    /** How long to wait before another try; undefined where the server named no time. */
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(`${status} ${code} ${detail}`);
  }

  static async of(response: Response): Promise<Problem> {
    const said = await body(response);
    return new Problem(
      response.status,
      typeof said.code === 'string' ? said.code : '',
      typeof said.detail === 'string' ? said.detail : '',
      Array.isArray(said.errors) ? (said.errors as FieldFault[]) : [],
      seconds(response.headers.get('retry-after')),
    );
  }
}

/** No answer at all: no network, no server, or none in time. */
export class Unreachable extends Error {}

/** Nobody is signed in here (any more). */
export class SignedOut extends Error {
  /** Whether somebody was signed in in this tab before, and did not sign out here. */
  readonly wasIn: boolean;

  constructor(wasIn: boolean, cause: unknown) {
    super(undefined, { cause });
    this.wasIn = wasIn;
  }
}

async function body(response: Response): Promise<Record<string, unknown>> {
  try {
    const said: unknown = await response.json();
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function seconds(header: string | null): number | undefined {
  const value = Number(header);
  return header && Number.isFinite(value) && value > 0 ? Math.ceil(value) : undefined;
}
