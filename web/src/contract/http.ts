// Made from the server’s contract by `npm run contract`. Change the contract, not this file.

export interface paths {
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
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
  '/api/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['searchAudit'];
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
  '/api/v1/hooks/{hook}/facts': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        hook: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['postSignedFacts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['exportOwnData'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['confirmSecondFactor'];
    post: operations['offerSecondFactor'];
    delete: operations['removeSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listSessions'];
    put?: never;
    post?: never;
    delete: operations['endSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['endSession'];
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
  '/api/v1/organisation/retention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getRetention'];
    put: operations['changeRetention'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation/single-sign-on': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['getSingleSignOn'];
    put: operations['putSingleSignOn'];
    post?: never;
    delete: operations['removeSingleSignOn'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisation/single-sign-on/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['testSingleSignOn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listOrganisations'];
    put?: never;
    post: operations['foundOrganisation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/organisations/{code}/administrators': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['inviteAdministrator'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pairings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['askForPairing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pairings/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    get: operations['lookAtPairing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pairings/claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['claimPairing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listPeople'];
    put?: never;
    post: operations['invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
      };
      cookie?: never;
    };
    get: operations['getAccount'];
    put: operations['changeAccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{number}/link': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['makeLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{number}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['dropSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{number}/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['endAccountSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{number}/single-sign-on': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete: operations['unlinkAccount'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/personal-data/anonymisation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['anonymise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/personal-data/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['exportPersonalData'];
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
  '/api/v1/screen/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['renewScreen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listScreens'];
    put?: never;
    post: operations['pairScreen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screens/{screen}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: components['parameters']['ScreenNumber'];
      };
      cookie?: never;
    };
    get?: never;
    put: operations['changeScreen'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screens/{screen}/alarm/settle': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: components['parameters']['ScreenNumber'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['settleScreenAlarm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/screens/{screen}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: components['parameters']['ScreenNumber'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['revokeScreen'];
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
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['signIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['signOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/refresh': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['refreshSession'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/single-sign-on': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['startSingleSignOn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/single-sign-on/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['proveSingleSignOn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/single-sign-on/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['finishSingleSignOn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/ways': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['waysIn'];
    put?: never;
    post?: never;
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
  '/api/v1/sources/{name}/secrets': {
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
    post: operations['addSourceSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sources/{name}/secrets/{hint}': {
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
    delete: operations['revokeSourceSecret'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/welcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['redeemLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/welcome/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['lookAtLink'];
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
    AccessToken: {
      accessToken: string;
      expiresInSeconds: number;
      /** @constant */
      tokenType: 'Bearer';
    };
    Account: {
      agent: string | null;
      login: string;
      name: string;
      number: number;
      roles: components['schemas']['Assignment'][];
      secondFactor: boolean;
      singleSignOn: boolean;
      /** @enum {unknown} */
      state: 'invited' | 'active' | 'blocked';
    };
    AccountChange: {
      agent?: string | null;
      name: string;
      reason?: string;
      roles?: components['schemas']['Assignment'][];
      /** @enum {unknown} */
      state?: 'active' | 'blocked';
    };
    Accounts: {
      items: components['schemas']['Account'][];
      next: string | null;
    };
    ActiveKey: {
      hint: string;
      /** Format: date-time */
      since: string;
    };
    AddedRuleBook: components['schemas']['RuleBook'] & {
      warnings: components['schemas']['FieldError'][];
    };
    AskingScreen: {
      address: string;
      /** Format: date-time */
      askedAt: string;
      code: string;
      device: string;
      /** Format: date-time */
      expiresAt: string;
    };
    Assignment: {
      role: components['schemas']['Role'];
      site?: string | null;
      team?: string | null;
    };
    Audiences: {
      floor: components['schemas']['NamedToFloor'] & unknown;
      wall: components['schemas']['NamedOnWall'] & unknown;
    };
    AuditEntries: {
      items: {
        act: string;
        actor: string;
        address: string;
        after: Record<string, never> | null;
        /** Format: date-time */
        at: string;
        before: Record<string, never> | null;
        hash: string;
        reason: string | null;
        seq: number;
        subject: string;
      }[];
      next: string | null;
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
    Code: {
      /** @example 123456 */
      code: string;
    };
    /** @enum {unknown} */
    Competitors: 'team' | 'agent';
    Contest: components['schemas']['ContestCard'] &
      components['schemas']['Calendar'] & {
        listed: string[];
        site: string | null;
      };
    ContestCard: {
      audiences: components['schemas']['Audiences'];
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
    /** @example 2026-01-01 */
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
    } & {
      [key: string]: unknown;
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
    FoundedOrganisation: {
      code: string;
      name: string;
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
    InvitedAccount: components['schemas']['Account'] & {
      link: components['schemas']['OneTimeLink'];
    };
    Line: {
      cap?: components['schemas']['DecimalInput'] | null;
      conversion: components['schemas']['Conversion'];
      gate?: components['schemas']['Gate'] | null;
      metric: string;
      /** @default 1 */
      weight: components['schemas']['DecimalInput'] | null;
    };
    LinkLook: {
      /** Format: date-time */
      endsAt: string;
      login: string;
      name: string;
      organisation: string;
      organisationName: string;
      /** @enum {unknown} */
      purpose: 'invitation' | 'reset';
    };
    LinkToken: {
      token: string;
    };
    LinkUse: {
      password: string;
      token: string;
    };
    Me: components['schemas']['Account'] & {
      organisation: {
        code: string;
        name: string;
      };
      rights: {
        everywhere: boolean;
        right: string;
        sites?: string[];
        teams?: string[];
      }[];
      secondFactorNeeded: boolean;
      session: string;
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
    NamedOnWall: {
      /** @enum {unknown} */
      names?: 'all' | 'top' | 'upper_half';
      top?: number | null;
    };
    NamedToFloor: {
      /** @enum {unknown} */
      names?: 'all' | 'top' | 'me';
      top?: number | null;
    };
    NewAccount: {
      agent?: string | null;
      login: string;
      name: string;
      roles?: components['schemas']['Assignment'][];
    };
    NewAdministrator: {
      login: string;
      name: string;
    };
    NewAudiences: {
      floor?: components['schemas']['NamedToFloor'];
      wall?: components['schemas']['NamedOnWall'];
    };
    NewContest: {
      audiences?: components['schemas']['NewAudiences'];
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
      /** @example 04:00 */
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
      /** @example Asia/Shanghai */
      zone?: string;
    };
    NewOrganisation: {
      code: string;
      /** @example CNY */
      currency?: string;
      /** @example 04:00 */
      dayStart?: string;
      monthStart?: number;
      name: string;
      weekStart?: components['schemas']['Weekday'];
      /** @example Asia/Shanghai */
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
    NewScreen: components['schemas']['ScreenChange'] & {
      /** @example K7QF X2MP */
      code: string;
    };
    NewSeries: {
      audiences?: components['schemas']['NewAudiences'];
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
      /** @example 04:00 */
      dayStart?: string;
      listed?: string[];
      monthStart?: number;
      name: string;
      ruleBook: number;
      site?: string;
      weekStart?: components['schemas']['Weekday'];
      /** @example Asia/Shanghai */
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
    Nothing: Record<string, never>;
    OfferedPairing: {
      /** @example K7QFX2MP */
      code: string;
      /** Format: date-time */
      expiresAt: string;
      /** @example https://ringside.example/screens#K7QFX2MP */
      link: string;
      pollSeconds: number;
      secret: string;
    };
    OneTimeLink: {
      address: string;
      /** Format: date-time */
      endsAt: string;
      token: string;
    };
    Organisation: components['schemas']['Calendar'] & {
      /** @enum {unknown} */
      boards: 'public' | 'private';
      code: string;
      currency: string;
      missedRingMs: number;
      name: string;
      /** @enum {unknown} */
      secondFactor: 'required' | 'offered';
      shortInboundMs: number;
      validOutboundMs: number;
    };
    OrganisationChange: {
      /** @enum {unknown} */
      boards?: 'public' | 'private';
      /** @example CNY */
      currency?: string;
      /** @example 04:00 */
      dayStart?: string;
      missedRingMs?: number;
      monthStart?: number;
      name?: string;
      /** @enum {unknown} */
      secondFactor?: 'required' | 'offered';
      shortInboundMs?: number;
      validOutboundMs?: number;
      weekStart?: components['schemas']['Weekday'];
      /** @example Asia/Shanghai */
      zone?: string;
    };
    Organisations: {
      items: components['schemas']['FoundedOrganisation'][];
    };
    /** @enum {string} */
    Outcome: 'accepted' | 'duplicate' | 'replaced' | 'superseded' | 'refused';
    Override: {
      name: string;
      reason: string;
    };
    OwnPassword: {
      password: string;
    };
    Paged: {
      items: unknown[];
      next: string | null;
    };
    PairingClaim: {
      secret: string;
    };
    PairingState: {
      /** @enum {unknown} */
      state: 'waiting' | 'paired';
    };
    PasswordChange: {
      present: string;
      wanted: string;
    };
    PersonalData: {
      account: Record<string, never>[];
      account_identity: Record<string, never>[];
      account_role: Record<string, never>[];
      agent: Record<string, never>[];
      alias: Record<string, never>[];
      audit_entry: Record<string, never>[];
      contest: Record<string, never>[];
      /** Format: date-time */
      exportedAt: string;
      fact: Record<string, never>[];
      membership: Record<string, never>[];
      one_time_link: Record<string, never>[];
      rule_book: Record<string, never>[];
      series: Record<string, never>[];
      session: Record<string, never>[];
      sheet: Record<string, never>[];
      tally: Record<string, never>[];
    };
    Playlist: {
      contests: number[];
      /** @enum {unknown} */
      language: 'zh-Hans' | 'zh-Hant' | 'en' | null;
      /** @enum {unknown} */
      resort: 'live' | 'calm';
      seconds: number;
      series: number[];
      /** @enum {unknown} */
      show: 'all' | 'chosen';
      top: number;
    };
    PlaylistChoice: {
      contests?: number[];
      /** @enum {unknown} */
      language?: 'zh-Hans' | 'zh-Hant' | 'en' | null;
      /** @enum {unknown} */
      resort?: 'live' | 'calm';
      seconds?: number;
      series?: number[];
      /** @enum {unknown} */
      show?: 'all' | 'chosen';
      top?: number;
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
    Retention: {
      auditDays: number;
      factsDays: number;
      /** Format: date-time */
      factsSince: string | null;
      refusalsDays: number;
      sessionsDays: number;
    };
    RetentionChange: {
      auditDays?: number;
      factsDays?: number;
      refusalsDays?: number;
      sessionsDays?: number;
    };
    /** @enum {unknown} */
    Role: 'agent' | 'leader' | 'quality' | 'manager' | 'administrator' | 'auditor';
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
    Screen: {
      alarm: components['schemas']['ScreenAlarm'] | null;
      device: string | null;
      lastAddress: string | null;
      /** Format: date-time */
      lastSeenAt: string | null;
      name: string;
      /** Format: date-time */
      pairedAt: string;
      pairedBy: string;
      playlist: components['schemas']['Playlist'];
      screen: number;
      site: string | null;
      /** @enum {unknown} */
      state: 'paired' | 'revoked';
      watching: boolean;
    };
    ScreenAlarm: {
      addresses: string[];
      /** Format: date-time */
      at: string;
      /** @enum {unknown} */
      reason: 'REUSED_TOKEN' | 'TWO_ADDRESSES';
    };
    ScreenChange: {
      /** @example Hall 2 left */
      name: string;
      playlist?: components['schemas']['PlaylistChoice'];
      site?: string | null;
    };
    Screens: {
      items: components['schemas']['Screen'][];
    };
    ScreenSession: {
      access: string;
      /** Format: date-time */
      expiresAt: string;
      name: string;
      organisation: string;
      playlist: components['schemas']['Playlist'];
      screen: number;
    };
    SecondFactor: {
      address: string;
      secret: string;
    };
    Series: components['schemas']['Calendar'] & {
      audiences: components['schemas']['Audiences'];
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
    Sessions: {
      items: {
        address: string;
        current: boolean;
        device: string;
        /** Format: date-time */
        endsAt: string;
        id: string;
        /** Format: date-time */
        signedInAt: string;
        /** Format: date-time */
        usedAt: string;
      }[];
    };
    SignedInBySingleSignOn: components['schemas']['AccessToken'] & {
      then: string | null;
    };
    SignIn: {
      /** @example 123456 */
      code?: string;
      login: string;
      organisation?: string;
      password: string;
    };
    SigningSecret: string;
    SingleSignOn: components['schemas']['SingleSignOnSettings'] & {
      returnAddress: string;
    };
    SingleSignOnChange: components['schemas']['SingleSignOnSettings'] & {
      clientSecret?: string | null;
    };
    SingleSignOnRule: {
      claim?: string | null;
      role: components['schemas']['Role'];
      site?: string;
      siteClaim?: string;
      team?: string;
      teamClaim?: string;
      value?: string | null;
    };
    SingleSignOnSettings: {
      /** @enum {unknown} */
      administrators?: 'local' | 'provider';
      agent?: string | null;
      /** @enum {unknown} */
      client?: 'confidential' | 'public';
      clientId: string;
      /** @enum {unknown} */
      existing?: 'refused' | 'linked';
      issuer: string;
      label: string;
      login?: string;
      /** @enum {unknown} */
      newcomers?: 'refused' | 'made';
      /** @enum {unknown} */
      roles?: 'kept' | 'replaced';
      rules?: components['schemas']['SingleSignOnRule'][];
      scopes?: string[];
      secondFactor?: {
        claim: string;
        values: string[];
      } | null;
    };
    SingleSignOnStart: {
      address: string;
    };
    Somebody: {
      account?: number;
      /** @example 1001 */
      agent?: string;
    };
    Source: components['schemas']['DeclaredSource'] & {
      /** Format: date-time */
      heardUntil: string | null;
      /** @example /api/v1/hooks/0b0e0e3c-6c8e-4b1f-9d52-6f4f6a1f6d11/facts */
      hook: string | null;
      keys: components['schemas']['ActiveKey'][];
      lagSeconds: number | null;
      refused: {
        [key: string]: number;
      };
      secrets: components['schemas']['ActiveKey'][];
      /** Format: date-time */
      seenAt: string | null;
      skewSeconds: number | null;
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
      name: string | null;
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
    WaysIn: {
      singleSignOn: {
        label: string;
      } | null;
    };
    /** @enum {unknown} */
    Weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
    Why: {
      why: string;
    };
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
    Gone: {
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
    TooMany: {
      headers: {
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Unauthenticated: {
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
    AccountNumber: number;
    ContestId: string;
    Cursor: string;
    IfNoneMatch: string;
    Limit: number;
    OwnPages: string;
    ScreenNumber: number;
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
  getKeys: {
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
            keys: {
              /** @constant */
              alg: 'EdDSA';
              /** @constant */
              crv: 'Ed25519';
              kid: string;
              /** @constant */
              kty: 'OKP';
              /** @constant */
              use: 'sig';
              x: string;
            }[];
          };
        };
      };
      default: components['responses']['Problem'];
    };
  };
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
  searchAudit: {
    parameters: {
      query?: {
        act?: string;
        actor?: string;
        cursor?: components['parameters']['Cursor'];
        from?: string;
        limit?: components['parameters']['Limit'];
        subject?: string;
        to?: string;
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
          'application/json': components['schemas']['AuditEntries'];
          'text/csv': string;
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
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
      default: components['responses']['Problem'];
    };
  };
  postSignedFacts: {
    parameters: {
      query?: never;
      header: {
        'webhook-id': string;
        /** @example v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= */
        'webhook-signature': string;
        'webhook-timestamp': string;
      };
      path: {
        hook: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents-batch+json': components['schemas']['Fact'][];
        'application/cloudevents+json': components['schemas']['Fact'];
        'application/json': components['schemas']['Fact'] | components['schemas']['Fact'][];
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
      401: components['responses']['Unauthenticated'];
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
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
      default: components['responses']['Problem'];
    };
  };
  getMe: {
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
          'application/json': components['schemas']['Me'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  exportOwnData: {
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
          'application/json': components['schemas']['PersonalData'];
        };
      };
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
      default: components['responses']['Problem'];
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  confirmSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Code'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Problem'];
    };
  };
  offerSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SecondFactor'];
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  removeSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnPassword'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  listSessions: {
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
          'application/json': components['schemas']['Sessions'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  endSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
      default: components['responses']['Problem'];
    };
  };
  endSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
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
  getRetention: {
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
          'application/json': components['schemas']['Retention'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  changeRetention: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RetentionChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Retention'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  getSingleSignOn: {
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
          'application/json': components['schemas']['SingleSignOn'];
        };
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  putSingleSignOn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SingleSignOnChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SingleSignOn'];
        };
      };
      400: components['responses']['BadInput'];
      default: components['responses']['Problem'];
    };
  };
  removeSingleSignOn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
  testSingleSignOn: {
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
            algorithms: string[];
            good: boolean;
            signInAddress: string | null;
            trouble: string | null;
          };
        };
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  listOrganisations: {
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
          'application/json': components['schemas']['Organisations'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  foundOrganisation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewOrganisation'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundedOrganisation'];
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  inviteAdministrator: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAdministrator'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedAccount'];
        };
      };
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  askForPairing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['Nothing'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferedPairing'];
        };
      };
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  lookAtPairing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
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
          'application/json': components['schemas']['AskingScreen'];
        };
      };
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  claimPairing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PairingClaim'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PairingState'];
        };
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  listPeople: {
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
          'application/json': components['schemas']['Accounts'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  invite: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAccount'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvitedAccount'];
        };
      };
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  getAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
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
          'application/json': components['schemas']['Account'];
        };
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  changeAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  makeLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
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
          'application/json': components['schemas']['OneTimeLink'];
        };
      };
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  dropSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
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
  endAccountSessions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
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
  unlinkAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: components['parameters']['AccountNumber'];
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
  anonymise: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "agent": "1002",
         *       "reason": "left two years ago"
         *     }
         */
        'application/json': components['schemas']['Somebody'] & {
          reason: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @example former agent #7 */
            name: string;
          };
        };
      };
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  exportPersonalData: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "agent": "1001"
         *     }
         */
        'application/json': components['schemas']['Somebody'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonalData'];
        };
      };
      404: components['responses']['NotFound'];
      503: components['responses']['Unavailable'];
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
  renewScreen: {
    parameters: {
      query?: never;
      header: {
        'Ringside-Request': components['parameters']['OwnPages'];
      };
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
          'application/json': components['schemas']['ScreenSession'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      default: components['responses']['Problem'];
    };
  };
  listScreens: {
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
          'application/json': components['schemas']['Screens'];
        };
      };
      default: components['responses']['Problem'];
    };
  };
  pairScreen: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "K7QF X2MP",
         *       "name": "Hall 2 left",
         *       "site": "上海",
         *       "playlist": {
         *         "show": "chosen",
         *         "contests": [
         *           1
         *         ],
         *         "seconds": 20,
         *         "top": 20,
         *         "resort": "calm",
         *         "language": "en"
         *       }
         *     }
         */
        'application/json': components['schemas']['NewScreen'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Screen'];
        };
      };
      400: components['responses']['BadInput'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  changeScreen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: components['parameters']['ScreenNumber'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Hall 2 right",
         *       "site": null,
         *       "playlist": {
         *         "show": "all",
         *         "seconds": 30,
         *         "top": 10,
         *         "resort": "live",
         *         "language": null
         *       }
         *     }
         */
        'application/json': components['schemas']['ScreenChange'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Screen'];
        };
      };
      400: components['responses']['BadInput'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  settleScreenAlarm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: components['parameters']['ScreenNumber'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Why'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Screen'];
        };
      };
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      default: components['responses']['Problem'];
    };
  };
  revokeScreen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: components['parameters']['ScreenNumber'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Why'];
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
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessToken'];
        };
      };
      401: components['responses']['Unauthenticated'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header: {
        'Ringside-Request': components['parameters']['OwnPages'];
      };
      path?: never;
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
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Problem'];
    };
  };
  refreshSession: {
    parameters: {
      query?: never;
      header: {
        'Ringside-Request': components['parameters']['OwnPages'];
      };
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
          'application/json': components['schemas']['AccessToken'];
        };
      };
      401: components['responses']['Unauthenticated'];
      default: components['responses']['Problem'];
    };
  };
  startSingleSignOn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "organisation": "ringside",
         *       "then": "/account"
         *     }
         */
        'application/json': {
          organisation?: string;
          then?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SingleSignOnStart'];
        };
      };
      400: components['responses']['BadInput'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  proveSingleSignOn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Code'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInBySingleSignOn'];
        };
      };
      401: components['responses']['Unauthenticated'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooMany'];
      default: components['responses']['Problem'];
    };
  };
  finishSingleSignOn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "state": "as the provider gave it back",
         *       "code": "as the provider gave it",
         *       "iss": "https://login.example"
         *     }
         */
        'application/json': {
          code?: string;
          error?: string;
          iss?: string;
          state: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedInBySingleSignOn'];
        };
      };
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
      default: components['responses']['Problem'];
    };
  };
  waysIn: {
    parameters: {
      query?: {
        organisation?: string;
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
          'application/json': components['schemas']['WaysIn'];
        };
      };
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
  addSourceSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['SourceName'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
         *     }
         */
        'application/json': {
          secret?: components['schemas']['SigningSecret'];
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            name: string;
            secret: components['schemas']['SigningSecret'];
          };
        };
      };
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      default: components['responses']['Problem'];
    };
  };
  revokeSourceSecret: {
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
  redeemLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkUse'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccessToken'];
        };
      };
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      410: components['responses']['Gone'];
      default: components['responses']['Problem'];
    };
  };
  lookAtLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkToken'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkLook'];
        };
      };
      410: components['responses']['Gone'];
      default: components['responses']['Problem'];
    };
  };
}
