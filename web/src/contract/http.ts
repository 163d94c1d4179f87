// Made from the server’s contract by `npm run contract`. Change the contract, not this file.

export interface paths {
  '/api/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['readContract'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/docs.css': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getDocsStyle'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/asyncapi.yaml': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getLiveContract'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/boards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listBoards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/build': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getBuild'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listContests'];
    put?: never;
    post: operations['openContest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contests/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ContestId'];
      };
      cookie?: never;
    };
    get: operations['getContest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contests/{id}/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ContestId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['rebuildContest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/contests/{id}/standings': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ContestId'];
      };
      cookie?: never;
    };
    get: operations['getStandings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/facts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['postFacts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/openapi.yaml': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getContract'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getOrganisation'];
    put: operations['changeOrganisation'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reports/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['reportMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/roster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getRoster'];
    put: operations['putRoster'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/roster/unknown-agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listUnknownAgents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rule-books': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listRuleBooks'];
    put?: never;
    post: operations['addRuleBook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rule-books/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getRuleBook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listSeries'];
    put?: never;
    post: operations['openSeries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listSources'];
    put?: never;
    post: operations['registerSource'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sources/{name}/heartbeat': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['sendHeartbeat'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sources/{name}/keys': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['addSourceKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sources/{name}/keys/{hint}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        hint: string;
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['revokeSourceKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sources/{name}/refusals': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    get: operations['listRefusals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AddedRuleBook: components['schemas']['RuleBook'] & {
      warnings: components['schemas']['FieldError'][];
    };
    BatchReceipt: {
      accepted: number;
      duplicate: number;
      receipts: components['schemas']['IndexedReceipt'][];
      refused: number;
      replaced: number;
      superseded: number;
    };
    /** @enum {unknown} */
    Cadence: 'week' | 'month' | 'dates';
    Calendar: {
      /** @example 04:00 */
      dayStart: string;
      monthStart: number;
      weekStart: components['schemas']['Weekday'];
      /** @example Asia/Shanghai */
      zone: string;
    };
    /** @enum {unknown} */
    Competitors: 'team' | 'agent';
    Contest: components['schemas']['ContestCard'] &
      components['schemas']['Calendar'] & {
        listed: string[];
        site: string | null;
      };
    ContestCard: {
      cadence: components['schemas']['Cadence'];
      competitors: components['schemas']['Competitors'];
      decimals: number;
      /** Format: date-time */
      end: string;
      gates: components['schemas']['Gate'][];
      /** Format: date-time */
      graceEnd: string;
      id: string;
      lines: {
        /** @enum {unknown} */
        conversion: 'per_unit' | 'linear';
        metric: string;
        points: components['schemas']['Decimal'];
        weight: components['schemas']['Decimal'];
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
    Conversion: {
      floor?: components['schemas']['DecimalInput'];
      /** @enum {unknown} */
      kind: 'per_unit' | 'linear';
      points: components['schemas']['DecimalInput'];
      target?: components['schemas']['DecimalInput'];
    };
    DateOrTime: string;
    Decimal: string;
    DecimalInput: string | number;
    DeclaredSource: {
      /** @enum {unknown} */
      detail: 'calls' | 'totals';
      name: string;
      serviceFrom: string | null;
      serviceTo: string | null;
      /** @enum {unknown} */
      wrapUp: 'inside' | 'apart';
    };
    Fact: {
      data?: components['schemas']['FactData'];
      id: string;
      /** @default 0 */
      revision: number;
      source: string;
      /** @constant */
      specversion: '1.0';
      subject?: string;
      /** Format: date-time */
      time: string;
      type: components['schemas']['FactType'];
    };
    FactData: {
      activity?: string;
      acw_ms?: number;
      amount_minor?: number;
      case_id?: string;
      /** @default voice */
      channel: string;
      closed_by?: string;
      code?: string;
      contact?: string;
      counters?: {
        [key: string]: number;
      };
      critical_errors?: number;
      currency?: string;
      customer?: string;
      /**
       * @default in
       * @enum {unknown}
       */
      direction: 'in' | 'out' | 'internal';
      /** Format: date-time */
      due_at?: string;
      /** @enum {unknown} */
      ended_by?: 'agent' | 'customer' | 'system' | 'unknown';
      first_owner?: string;
      /** Format: date-time */
      from?: string;
      hold_ms?: number;
      justified?: boolean;
      kind?: string;
      leg?: number;
      max?: number;
      points?: number;
      /** Format: date-time */
      promised_at?: string;
      queue?: string;
      reason?: string;
      /** Format: date-time */
      replied_at?: string;
      resolved?: boolean;
      ring_ms?: number;
      sale?: boolean;
      scale_max?: number;
      scale_min?: number;
      score?: number;
      /** @enum {unknown} */
      state?: 'offline' | 'ready' | 'not_ready' | 'on_contact' | 'acw';
      talk_ms?: number;
      to?: string;
      units?: number;
      wait_ms?: number;
    } & {
      [key: string]: unknown;
    };
    /** @enum {string} */
    FactType:
      | 'contact.offered'
      | 'contact.abandoned'
      | 'contact.exited'
      | 'leg.offered'
      | 'leg.missed'
      | 'leg.answered'
      | 'leg.hold'
      | 'leg.transferred'
      | 'leg.ended'
      | 'leg.wrapped'
      | 'dial.attempted'
      | 'dial.connected'
      | 'agent.state'
      | 'shift.planned'
      | 'outcome.recorded'
      | 'survey.invited'
      | 'survey.answered'
      | 'qa.scored'
      | 'case.opened'
      | 'case.closed'
      | 'complaint.recorded'
      | 'callback.promised'
      | 'callback.done'
      | 'task.assigned'
      | 'task.attempted'
      | 'task.completed'
      | 'period.aggregate'
      | 'fact.voided';
    FieldError: {
      example: string;
      expected: string;
      field: string;
    };
    Gate: {
      metric: string;
      minimum: number;
    };
    IndexedReceipt: {
      code?: string;
      detail?: string;
      errors?: components['schemas']['FieldError'][];
      field?: string;
      id: string | null;
      index: number;
      outcome: components['schemas']['Outcome'];
    };
    Line: {
      cap?: components['schemas']['DecimalInput'] | null;
      conversion: components['schemas']['Conversion'];
      gate?: components['schemas']['Gate'] | null;
      metric: string;
      /** @default 1 */
      weight: components['schemas']['DecimalInput'] | null;
    };
    Metric: {
      benchmark: {
        source: string;
        value: components['schemas']['Decimal'];
      } | null;
      denominator: string | null;
      formula: string;
      gaming: string;
      gate: components['schemas']['Gate'] | null;
      /** @enum {unknown} */
      goal: 'higher' | 'lower' | 'band';
      id: string;
      needs: components['schemas']['FactType'][];
      number: string;
      numerator: string;
      /** @enum {unknown} */
      scope: 'agent' | 'queue';
      teamGate: components['schemas']['Gate'] | null;
      /** @enum {unknown} */
      unit: 'count' | 'ratio' | 'seconds' | 'points' | 'money' | 'per_hour' | 'per_thousand';
      volume: boolean;
    };
    NewContest: {
      /**
       * @default week
       * @enum {unknown}
       */
      cadence: 'week' | 'month' | 'dates';
      /**
       * @default team
       * @enum {unknown}
       */
      competitors: 'team' | 'agent';
      dayStart?: string;
      end?: string;
      listed?: string[];
      monthStart?: number;
      name: string;
      /**
       * @example 2026-W47
       * @example 2026-11
       */
      period?: string;
      ruleBook: number;
      site?: string;
      start?: string;
      weekStart?: components['schemas']['Weekday'];
      zone?: string;
    };
    NewRuleBook: {
      /** @default 1 */
      decimals: number;
      /**
       * @default in
       * @enum {unknown}
       */
      direction: 'in' | 'out';
      floor?: components['schemas']['DecimalInput'];
      gates?: components['schemas']['Gate'][];
      lines: components['schemas']['Line'][];
      name: string;
      override?: components['schemas']['Override'] | null;
      /** @default shared */
      tieBreak: string;
    };
    NewSeries: {
      /**
       * @default week
       * @enum {unknown}
       */
      cadence: 'week' | 'month';
      /**
       * @default team
       * @enum {unknown}
       */
      competitors: 'team' | 'agent';
      dayStart?: string;
      listed?: string[];
      monthStart?: number;
      name: string;
      ruleBook: number;
      site?: string;
      weekStart?: components['schemas']['Weekday'];
      zone?: string;
    };
    NewSource: {
      /**
       * @default calls
       * @enum {unknown}
       */
      detail: 'calls' | 'totals';
      name: string;
      /** @example 08:00 */
      serviceFrom?: string;
      /** @example 20:00 */
      serviceTo?: string;
      /**
       * @default inside
       * @enum {unknown}
       */
      wrapUp: 'inside' | 'apart';
    };
    Organisation: components['schemas']['Calendar'] & {
      /** @enum {unknown} */
      boards: 'public' | 'private';
      currency: string;
      missedRingMs: number;
      name: string;
      shortInboundMs: number;
      validOutboundMs: number;
    };
    OrganisationChange: {
      /** @enum {unknown} */
      boards?: 'public' | 'private';
      currency?: string;
      dayStart?: string;
      missedRingMs?: number;
      monthStart?: number;
      name?: string;
      shortInboundMs?: number;
      validOutboundMs?: number;
      weekStart?: components['schemas']['Weekday'];
      zone?: string;
    };
    /** @enum {string} */
    Outcome: 'accepted' | 'duplicate' | 'replaced' | 'superseded' | 'refused';
    Override: {
      name: string;
      reason: string;
    };
    Paged: {
      items: unknown[];
      next: string | null;
    };
    Problem: {
      code: string;
      detail: string;
      errors?: components['schemas']['FieldError'][];
      status: number;
      title: string;
      type: string;
    };
    Receipt: {
      id: string;
      outcome: components['schemas']['Outcome'];
    };
    Refusal: {
      /** Format: date-time */
      at: string;
      code: string;
      detail: string;
      errors: components['schemas']['FieldError'][];
      field: string;
      id: string | null;
    };
    ReportRow: {
      /** @enum {unknown} */
      by: 'agent' | 'team' | 'site' | 'organisation';
      denominator: number | null;
      id: string | null;
      metric: string;
      numerator: number;
      period: string;
      value: number | null;
    };
    Roster: {
      agents?: components['schemas']['RosterAgent'][];
      queues?: {
        from?: components['schemas']['DateOrTime'];
        queue: string;
        team: string;
        to?: components['schemas']['DateOrTime'];
      }[];
      sites?: {
        id: string;
        name?: string;
      }[];
      teams?: {
        id: string;
        name?: string;
        site?: string;
      }[];
    };
    RosterAgent: {
      aliases?: {
        alias: string;
        from?: components['schemas']['DateOrTime'];
        source?: string;
        to?: components['schemas']['DateOrTime'];
      }[];
      id: string;
      memberships?: {
        from?: components['schemas']['DateOrTime'];
        team: string;
        to?: components['schemas']['DateOrTime'];
      }[];
      name?: string;
    };
    RosterReceipt: {
      changes: {
        agent?: string;
        change: string;
        from?: string | null;
        id: string;
        kind: string;
        source?: string;
        team?: string;
        to?: string | null;
      }[];
      changesLeftOff: number;
      counts: {
        [key: string]: {
          [key: string]: number;
        };
      };
      dryRun: boolean;
      factsBookedAnew: number;
    };
    RuleBook: {
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      decimals: number;
      /** @enum {unknown} */
      direction: 'in' | 'out';
      floor: components['schemas']['Decimal'];
      gates: components['schemas']['Gate'][];
      hash: string;
      lines: components['schemas']['Line'][];
      name: string;
      number: number;
      override: components['schemas']['Override'] | null;
      tieBreak: string;
    };
    Series: components['schemas']['Calendar'] & {
      /** @enum {unknown} */
      cadence: 'week' | 'month';
      competitors: components['schemas']['Competitors'];
      listed: string[];
      name: string;
      number: number;
      ruleBook: number;
      /** Format: date-time */
      since: string;
      site: string | null;
    };
    Source: components['schemas']['DeclaredSource'] & {
      /** Format: date-time */
      heardUntil: string | null;
      lagSeconds: number | null;
      /** Format: date-time */
      seenAt: string | null;
    };
    SourceKey: string;
    Standings: {
      contest: string;
      epoch: string;
      items: components['schemas']['StandingsRow'][];
      next: string | null;
      offset: number;
      total: number;
      winners: string[];
    };
    StandingsRow: {
      gap: components['schemas']['Decimal'] | null;
      gate: {
        have: number;
        metric: string;
        need: number;
      } | null;
      id: string;
      lines: {
        denominator: number | null;
        metric: string;
        numerator: number;
        points: components['schemas']['Decimal'];
        unmet: {
          metric: string;
          need: number;
        } | null;
        value: components['schemas']['Decimal'] | null;
      }[];
      name: string;
      rank: number;
      score: components['schemas']['Decimal'] | null;
      shared: boolean;
      team: string | null;
      teamName: string | null;
      tieBreak: string | null;
    };
    StreamReceipt: {
      accepted: number;
      duplicate: number;
      refusals: components['schemas']['IndexedReceipt'][];
      refused: number;
      replaced: number;
      superseded: number;
    };
    UnknownAgent: {
      facts: number;
      /** Format: date-time */
      first: string;
      /** Format: date-time */
      last: string;
      source: string;
      subject: string;
    };
    /** @enum {unknown} */
    Weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  };
  responses: {
    BadInput: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Unavailable: {
      headers: {
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    UnsupportedMedia: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    ContestId: string;
    Cursor: string;
    IfNoneMatch: string;
    Limit: number;
    SourceName: string;
  };
  requestBodies: never;
  headers: {
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readContract: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getDocsStyle: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/css': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getLiveContract: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/yaml': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listBoards: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ContestCard'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getBuild: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            version: string;
            web: string;
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listContests: {
    parameters: {
      query?: {
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Paged'] & {
            items?: components['schemas']['Contest'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  openContest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewContest'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contest'];
        };
      };
      400: components['responses']['BadInput'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  getContest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ContestId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contest'];
        };
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  rebuildContest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ContestId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: boolean;
            facts: number;
            rows: number;
          };
        };
      };
      404: components['responses']['NotFound'];
      409: components['responses']['Problem'];
      default: components['responses']['Problem'];
    };
  };
  getStandings: {
    parameters: {
      query?: {
        around?: string;
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: {
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        id: components['parameters']['ContestId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Standings'];
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  postFacts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents-batch+json': components['schemas']['Fact'][];
        'application/cloudevents+json': components['schemas']['Fact'];
        'application/x-ndjson': string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | components['schemas']['Receipt']
            | components['schemas']['BatchReceipt']
            | components['schemas']['StreamReceipt'];
        };
      };
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: components['responses']['Unavailable'];
      default: components['responses']['Problem'];
    };
  };
  listMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Metric'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getContract: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/yaml': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getOrganisation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Organisation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeOrganisation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrganisationChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Organisation'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  reportMetrics: {
    parameters: {
      query: {
        by: 'agent' | 'team' | 'site' | 'organisation';
        from?: components['schemas']['DateOrTime'];
        metrics?: string;
        period: 'hour' | 'day' | 'week' | 'month' | 'all';
        to?: components['schemas']['DateOrTime'];
        zone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ReportRow'][];
          };
          'text/csv': string;
        };
      };
      400: components['responses']['BadInput'];
      default: components['responses']['Problem'];
    };
  };
  getRoster: {
    parameters: {
      query?: {
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Roster'] & {
            next?: string;
          };
          'text/csv': string;
        };
      };
      default: components['responses']['Problem'];
    };
  };
  putRoster: {
    parameters: {
      query?: {
        dryRun?: boolean;
        replace?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Roster'];
        /**
         * @example agent,name,team,site,from,to,aliases
         *     1001,李娜,eagle,上海,2026-01-01,,1127;SIP/1127
         */
        'text/csv': string;
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RosterReceipt'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      default: components['responses']['Problem'];
    };
  };
  listUnknownAgents: {
    parameters: {
      query?: {
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Paged'] & {
            items?: components['schemas']['UnknownAgent'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  listRuleBooks: {
    parameters: {
      query?: {
        cursor?: components['parameters']['Cursor'];
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Paged'] & {
            items?: components['schemas']['RuleBook'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  addRuleBook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewRuleBook'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedRuleBook'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedRuleBook'];
        };
      };
      400: components['responses']['BadInput'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  getRuleBook: {
    parameters: {
      query?: never;
      header?: {
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      path: {
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleBook'];
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  listSeries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Series'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  openSeries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSeries'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Series'];
        };
      };
      400: components['responses']['BadInput'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  listSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Source'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  registerSource: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSource'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeclaredSource'];
        };
      };
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeclaredSource'] & {
            key: components['schemas']['SourceKey'];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
  sendHeartbeat: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date-time */
          time?: string;
        };
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      403: components['responses']['Forbidden'];
      default: components['responses']['Problem'];
    };
  };
  addSourceKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            key: components['schemas']['SourceKey'];
            name: string;
          };
        };
      };
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  revokeSourceKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        hint: string;
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  listRefusals: {
    parameters: {
      query?: {
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path: {
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Refusal'][];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
}
