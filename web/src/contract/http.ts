// Made from the server’s contract by `npm run contract`. Change the contract, not this file.

export interface paths {
  '/api/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This contract as a page to read */
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
    /** How that page looks */
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
    /** The contract of the live socket */
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
    /**
     * The boards that can be watched
     * @description Each is the board of a contest, under the contest's id. Watch them live over the socket at
     *     `/api/v1/live`, whose messages are described in [asyncapi.yaml](/api/v1/asyncapi.yaml).
     */
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
    /** Which build this is */
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
    /** Contests, the newest first */
    get: operations['listContests'];
    put?: never;
    /**
     * Open a single contest
     * @description Facts of its window that are there already count at once. A rule book with metrics that belong to
     *     queues is for teams alone that own a queue within the window.
     */
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
    /** One contest */
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
    /** Book all its facts again, and compare */
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
    /** Standings, with what each line gave */
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
    /**
     * Send facts
     * @description One fact, a batch of up to 5,000 facts or 4 MiB, or a stream of lines of any length. The answer
     *     comes after the commit. Every fact has a receipt of its own: a bad one does not keep the others
     *     out. Sending again what was sent before is safe: facts are known by source and `id`, and only a
     *     higher `revision` replaces what is there. A source key may speak for its own source alone.
     */
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
    /**
     * The catalogue of metrics
     * @description One definition for scores, reports and screens, with how each could be gamed.
     */
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
    /** This contract */
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
    /** The caller's organisation */
    get: operations['getOrganisation'];
    /**
     * Change the organisation
     * @description Fields that are not named stay as they are. A change of what decides where and whether something
     *     counts books the whole log anew.
     */
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
    /**
     * Metrics over any period
     * @description One row for each of whom, period and metric. Days, weeks and months of the organisation's own zone
     *     are summed from tallies, years of them; hours, other zones and bounds inside a day are booked anew
     *     from the facts, at most 62 days. Both agree. `Accept: text/csv` asks for a table with the columns
     *     `by,id,period,metric,numerator,denominator,value`.
     */
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
    /**
     * The roster, in the form in which it is put
     * @description JSON comes in pages of agents; the first also has sites, teams and queues. `Accept: text/csv`
     *     asks for the whole roster as a table.
     */
    get: operations['getRoster'];
    /**
     * Change who was where, when
     * @description Adds and changes what is named; what is not named stays. In a table the columns are
     *     `agent,name,team,site,from,to,aliases`, with aliases separated by `;`, and from and to as dates
     *     or times, empty where open. Facts of the past that a change moves are booked anew.
     */
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
    /**
     * Spellings of agents that no alias knows
     * @description Their facts are kept, and are booked as soon as an alias makes them known.
     */
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
    /** Rule books, the newest first */
    get: operations['listRuleBooks'];
    put?: never;
    /**
     * Add a rule book
     * @description It is numbered and never changed. What speaks against it is answered all at once, each with the
     *     path of its field. For inbound, volume without quality is refused; for outbound it is warned of
     *     and needs an `override` with name and reason. Posting the same again answers with the one that is
     *     there.
     */
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
    /** One rule book */
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
    /** All series */
    get: operations['listSeries'];
    put?: never;
    /**
     * Open a contest every week or month
     * @description The contest of the current period and the next one are opened at once.
     */
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
    /** The sources, and when each was last heard */
    get: operations['listSources'];
    put?: never;
    /**
     * Register a source, or change what it declared
     * @description The key of a new source is in this answer and nowhere else; it is stored hashed.
     */
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
    /**
     * Say that nothing happened until then
     * @description Moves the source's watermark, so that boards can tell silence from quiet.
     */
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
    /** Make a second key, so that the first can be replaced without a gap */
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
        /** @description The first twelve characters of the key. */
        hint: string;
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a key */
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
    /**
     * What was refused of a source, the latest first
     * @description The last thousand since the server started; a refused fact is the source's to send again.
     */
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
      /**
       * @description Time of day on a quarter hour.
       * @example 04:00
       */
      dayStart: string;
      monthStart: number;
      weekStart: components['schemas']['Weekday'];
      /**
       * @description An IANA time zone.
       * @example Asia/Shanghai
       */
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
      /**
       * Format: date-time
       * @description The first instant behind the window.
       */
      end: string;
      /** @description All that must be fulfilled to be ranked. */
      gates: components['schemas']['Gate'][];
      /**
       * Format: date-time
       * @description Until when late facts and corrections still count.
       */
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
      /** @description `2026-W47`, `2026-11`, or the first and the last day. */
      period: string;
      ruleBook: number;
      series: number | null;
      /** Format: date-time */
      start: string;
      /** @enum {unknown} */
      state: 'scheduled' | 'running' | 'closing' | 'provisional';
      zone: string;
    };
    /**
     * @description `per_unit` gives points for each unit of the metric's value; `linear` none up to the floor and all
     *     at the target and beyond. Where lower is better the floor is above the target.
     */
    Conversion: {
      floor?: components['schemas']['DecimalInput'];
      /** @enum {unknown} */
      kind: 'per_unit' | 'linear';
      points: components['schemas']['DecimalInput'];
      target?: components['schemas']['DecimalInput'];
    };
    /** @description A date, at which its service day starts, or a time with offset. Absent where open. */
    DateOrTime: string;
    /** @description An exact decimal as text. */
    Decimal: string;
    /** @description An exact decimal, best as text. */
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
    /** @description A CloudEvents 1.0 event. `revision` is wider than CloudEvents' own integers on purpose. */
    Fact: {
      data?: components['schemas']['FactData'];
      /** @description Made from the source's own keys. */
      id: string;
      /** @default 0 */
      revision: number;
      source: string;
      /** @constant */
      specversion: '1.0';
      /** @description The agent as the source spells it. */
      subject?: string;
      /**
       * Format: date-time
       * @description When it happened. At most 5 minutes ahead.
       */
      time: string;
      type: components['schemas']['FactType'];
    };
    /**
     * @description What happened. Durations are in milliseconds, amounts in minor units. Fields that the type does
     *     not know are kept and take part in "equal content", but count for nothing.
     */
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
      /** @description ISO 4217 */
      currency?: string;
      /** @description Stored only as a keyed hash. */
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
      /** @description At most one decimal. */
      max?: number;
      /** @description At most one decimal. */
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
      /** @description Path such as `lines[0].weight`, or a query parameter. */
      field: string;
    };
    Gate: {
      /** @description A metric, whose denominator is meant, or a counter. */
      metric: string;
      minimum: number;
    };
    IndexedReceipt: {
      /** @description Why it was refused, for instance IN_FUTURE. */
      code?: string;
      detail?: string;
      field?: string;
      id: string | null;
      /** @description Place in what was sent. */
      index: number;
      outcome: components['schemas']['Outcome'];
    };
    Line: {
      /** @description The most that the line can give or take, after weight. */
      cap?: components['schemas']['DecimalInput'] | null;
      conversion: components['schemas']['Conversion'];
      /** @description Null takes the metric's default for teams or agents when a contest is opened. */
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
      /** @description Counters; null for a plain sum. */
      denominator: string | null;
      formula: string;
      /** @description How it could be had without earning it. */
      gaming: string;
      /** @description Default for agents. */
      gate: components['schemas']['Gate'] | null;
      /** @enum {unknown} */
      goal: 'higher' | 'lower' | 'band';
      id: string;
      needs: components['schemas']['FactType'][];
      /** @description Its entry in the field's catalogue. */
      number: string;
      /** @description Counters. */
      numerator: string;
      /**
       * @description Whose doing it is: what belongs to a queue is no agent's value.
       * @enum {unknown}
       */
      scope: 'agent' | 'queue';
      /** @description Default for teams. */
      teamGate: components['schemas']['Gate'] | null;
      /** @enum {unknown} */
      unit: 'count' | 'ratio' | 'seconds' | 'points' | 'money' | 'per_hour' | 'per_thousand';
      /** @description Volume or handle time, which need quality beside them. */
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
      /** @description The first day or instant that is no longer in it. */
      end?: string;
      listed?: string[];
      monthStart?: number;
      name: string;
      /**
       * @description Name of the week or month, the current one if absent.
       * @example 2026-W47
       * @example 2026-11
       */
      period?: string;
      ruleBook: number;
      site?: string;
      /** @description For dates: a date, at which its service day starts, or a time with offset. */
      start?: string;
      weekStart?: components['schemas']['Weekday'];
      zone?: string;
    };
    NewRuleBook: {
      /**
       * @description Of the score shown, on which ranks are decided.
       * @default 1
       */
      decimals: number;
      /**
       * @description Whether the floor mostly takes or mostly makes calls.
       * @default in
       * @enum {unknown}
       */
      direction: 'in' | 'out';
      floor?: components['schemas']['DecimalInput'];
      gates?: components['schemas']['Gate'][];
      lines: components['schemas']['Line'][];
      name: string;
      override?: components['schemas']['Override'] | null;
      /**
       * @description A metric, or `shared`.
       * @default shared
       */
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
      /** @description Codes of the teams or agents that compete; without them all do, as they come and go. */
      listed?: string[];
      monthStart?: number;
      name: string;
      ruleBook: number;
      /** @description Code of the site whose teams or agents compete, in place of a list. */
      site?: string;
      weekStart?: components['schemas']['Weekday'];
      zone?: string;
    };
    NewSource: {
      /**
       * @description Single calls, or totals as `period.aggregate`.
       * @default calls
       * @enum {unknown}
       */
      detail: 'calls' | 'totals';
      name: string;
      /**
       * @description Start of the daily hours in which silence means something.
       * @example 08:00
       */
      serviceFrom?: string;
      /** @example 20:00 */
      serviceTo?: string;
      /**
       * @description Hold and wrap-up inside `leg.ended`, or as facts of their own.
       * @default inside
       * @enum {unknown}
       */
      wrapUp: 'inside' | 'apart';
    };
    Organisation: components['schemas']['Calendar'] & {
      /**
       * @description Whether boards may be watched without a credential.
       * @enum {unknown}
       */
      boards: 'public' | 'private';
      /** @description ISO 4217 */
      currency: string;
      /** @description A ring unanswered for so long was really missed. */
      missedRingMs: number;
      name: string;
      /** @description Inbound talk below this is a short call. */
      shortInboundMs: number;
      /** @description Outbound talk from this on is a valid call. */
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
      /** @description Cursor of the next page, null on the last. */
      next: string | null;
    };
    /** @description RFC 9457. */
    Problem: {
      /** @description Stable, to be relied on. */
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
      /** @description Stable, for instance UNKNOWN_TYPE. */
      code: string;
      detail: string;
      field: string;
      /** @description As far as it could be read. */
      id: string | null;
    };
    ReportRow: {
      /** @enum {unknown} */
      by: 'agent' | 'team' | 'site' | 'organisation';
      /** @description Null for a plain sum. */
      denominator: number | null;
      /** @description Code of whom it is about; null for nobody. */
      id: string | null;
      metric: string;
      /** @description Sum of counters: counts, milliseconds, minor units, tenths. */
      numerator: number;
      /** @description `2021-W03`, `2021-01`, `2021-01-05`, an hour with offset, or `all`. */
      period: string;
      /** @description In the metric's unit; null where there is none. */
      value: number | null;
    };
    Roster: {
      agents?: components['schemas']['RosterAgent'][];
      /** @description Which team owns a queue, from when until when. If named, it is the whole list. */
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
      /** @description How sources spell this agent. If named, it is the whole list. */
      aliases?: {
        alias: string;
        from?: components['schemas']['DateOrTime'];
        /** @description Only in facts of this source. */
        source?: string;
        to?: components['schemas']['DateOrTime'];
      }[];
      /** @description The staff number. */
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
      /** @description By kind of thing and what happened to it. */
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
      /** @description SHA-256 of the rules. */
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
      /**
       * Format: date-time
       * @description The later of its newest fact and its last heartbeat.
       */
      heardUntil: string | null;
      lagSeconds: number | null;
      /** Format: date-time */
      seenAt: string | null;
    };
    /** @description A bearer token that may send facts of this source. */
    SourceKey: string;
    Standings: {
      contest: string;
      epoch: string;
      items: components['schemas']['StandingsRow'][];
      next: string | null;
      offset: number;
      /** @description Competitors in all. */
      total: number;
      /** @description Who is first with more than the floor; empty where nobody is. */
      winners: string[];
    };
    StandingsRow: {
      /** @description Points to the rank above; the first's lead over the next. */
      gap: components['schemas']['Decimal'] | null;
      /** @description What is missing to be ranked: 12 of 30. */
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
      /** @description 0 where not yet ranked. */
      rank: number;
      score: components['schemas']['Decimal'] | null;
      shared: boolean;
      /** @description Code of an agent's team. */
      team: string | null;
      /** @description What that team is called. */
      teamName: string | null;
      /** @description The metric that decided a tie. */
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
    /** @description Fields that cannot be accepted, all of them. */
    BadInput: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It contradicts what is stored. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The credential may not do that. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is nothing at this address. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A refusal. */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is larger than this address takes. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Nothing was stored; try again after the seconds in Retry-After. */
    Unavailable: {
      headers: {
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description This address does not take that content type. */
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
    /** @description The `next` of the page before. */
    Cursor: string;
    IfNoneMatch: string;
    /** @description How many at most. */
    Limit: number;
    SourceName: string;
  };
  requestBodies: never;
  headers: {
    /** @description Names the content; send it as If-None-Match. */
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
      /** @description A page without scripts. */
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
      /** @description A style sheet. */
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
      /** @description AsyncAPI 3.0. */
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
      /** @description The contests whose boards these are, the newest first. */
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
      /** @description Versions of the server and of its pages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            version: string;
            /** @description Changes with every build of the pages. */
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
        /** @description The `next` of the page before. */
        cursor?: components['parameters']['Cursor'];
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them. */
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
      /** @description Opened. */
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
      /** @description It is. */
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
      /** @description What it came to; `changed` is false unless something was wrong. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: boolean;
            /** @description Facts of its window that were read. */
            facts: number;
            /** @description Sheets that were compared. */
            rows: number;
          };
        };
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  getStandings: {
    parameters: {
      query?: {
        /** @description Code of a competitor that stands in the middle of the page. */
        around?: string;
        /** @description The `next` of the page before. */
        cursor?: components['parameters']['Cursor'];
        /** @description How many at most. */
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
      /** @description A page of rows, at one position of the board. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Standings'];
        };
      };
      /** @description The client has them. */
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
      /** @description A receipt, receipts, or the totals of a stream with up to 1,000 refusals. */
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
      /** @description The one fact that was sent cannot be taken. */
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
      /** @description All of them. */
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
      /** @description OpenAPI 3.1. */
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
      /** @description Its calendar and thresholds. */
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
      /** @description As it is now. */
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
        /** @description Open if absent. */
        from?: components['schemas']['DateOrTime'];
        /** @description Ids of metrics and names of counters, separated by commas. */
        metrics?: string;
        period: 'hour' | 'day' | 'week' | 'month' | 'all';
        /** @description The first day or instant that is no longer in it; open if absent. */
        to?: components['schemas']['DateOrTime'];
        /** @description Another IANA time zone than the organisation's. */
        zone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rows. */
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
        /** @description The `next` of the page before. */
        cursor?: components['parameters']['Cursor'];
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page, or the table. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Roster'] & {
            /** @description Only where there is a next page. */
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
        /** @description Only say what would change. */
        dryRun?: boolean;
        /** @description End the memberships that are not named. */
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
      /** @description What changed, or would. */
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
        /** @description The `next` of the page before. */
        cursor?: components['parameters']['Cursor'];
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them. */
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
        /** @description The `next` of the page before. */
        cursor?: components['parameters']['Cursor'];
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of them. */
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
      /** @description There is an equal one already. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedRuleBook'];
        };
      };
      /** @description Added. */
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
      /** @description It is; its hash is the entity tag. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RuleBook'];
        };
      };
      /** @description The client has it. */
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
      /** @description All of the organisation. */
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
      /** @description Opened. */
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
      /** @description All sources of the organisation. */
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
      /** @description It was registered already; its declaration is the one sent. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeclaredSource'];
        };
      };
      /** @description Registered. */
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
          /**
           * Format: date-time
           * @description Everything before has been sent; now if absent.
           */
          time?: string;
        };
      };
    };
    responses: {
      /** @description Noted. */
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
      /** @description The key, shown this once. A source has at most two. */
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
        /** @description The first twelve characters of the key. */
        hint: string;
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoked; within half a minute nobody takes it any more. */
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
        /** @description How many at most. */
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
      /** @description At most as many as asked for. */
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
