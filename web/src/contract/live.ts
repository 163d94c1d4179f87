// Made from the server’s contract by `npm run contract`. Change the contract, not this file.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Authenticate: {
      token: string;
      /** @constant */
      type: 'authenticate';
    };
    Clock: {
      behindSeconds: number;
      /** Format: date-time */
      completeTo: string | null;
      /** Format: date-time */
      now: string;
      silent: string[];
      /** @enum {unknown} */
      truth: 'live' | 'behind' | 'stale' | 'frozen' | 'provisional' | 'final';
    };
    ClockTick: {
      board: string;
      clock: components['schemas']['Clock'];
      /** @constant */
      type: 'clock';
    };
    Contest: {
      audiences: {
        floor: {
          /** @enum {unknown} */
          names: 'all' | 'top' | 'me';
          top: number | null;
        };
        wall: {
          /** @enum {unknown} */
          names: 'all' | 'top' | 'upper_half';
          top: number | null;
        };
      };
      /** @enum {unknown} */
      cadence: 'week' | 'month' | 'dates';
      /** @enum {unknown} */
      competitors: 'team' | 'agent';
      decimals: number;
      /** Format: date-time */
      end: string;
      gates: {
        metric: string;
        minimum: number;
      }[];
      /** Format: date-time */
      graceEnd: string;
      id: string;
      lines: {
        /** @enum {unknown} */
        conversion: 'per_unit' | 'linear';
        metric: string;
        points: string;
        weight: string;
      }[];
      name: string;
      period: string;
      ruleBook: number;
      series: number | null;
      /** Format: date-time */
      start: string;
      /** @enum {unknown} */
      state: 'scheduled' | 'running' | 'closing' | 'provisional';
      zone: string;
    };
    Delta: {
      board: string;
      contest?: components['schemas']['Contest'];
      epoch: string;
      offset: number;
      order?: string[];
      rows: components['schemas']['Row'][];
      total?: number;
      /** @constant */
      type: 'delta';
    };
    Error: {
      board?: string;
      /** @enum {unknown} */
      code: 'UNKNOWN_BOARD' | 'TOO_MANY_BOARDS';
      detail: string;
      /** @constant */
      type: 'error';
    };
    Me: {
      board: string;
      epoch: string;
      offset: number;
      place: string | null;
      row: components['schemas']['Row'] | null;
      /** @constant */
      type: 'me';
    };
    Ping: {
      /** @constant */
      type: 'ping';
    };
    Pong: {
      /** @constant */
      type: 'pong';
    };
    Row: {
      gap: string | null;
      gate: {
        have: number;
        metric: string;
        need: number;
      } | null;
      id: string;
      moved: number | null;
      name: string | null;
      next: {
        counter: string;
        metric: string;
        need: number;
      } | null;
      rank: number;
      score: string | null;
      shared: boolean;
      team: string | null;
      teamName: string | null;
      tieBreak: string | null;
    };
    Snapshot: {
      board: string;
      clock: components['schemas']['Clock'] | null;
      contest: components['schemas']['Contest'];
      epoch: string;
      offset: number;
      rows: components['schemas']['Row'][];
      total: number;
      /** @constant */
      type: 'snapshot';
    };
    Subscribe: {
      board: string;
      epoch?: string;
      offset?: number;
      /** @constant */
      type: 'subscribe';
    };
    Unsubscribe: {
      board: string;
      /** @constant */
      type: 'unsubscribe';
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
