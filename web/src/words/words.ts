/** What a wall says, in every language of it. A language that lacks a sentence does not compile. */

export const METRICS = [
  'offered',
  'answered',
  'handled',
  'answer_rate',
  'agent_answer_rate',
  'abandoned',
  'abandon_rate',
  'asa',
  'three_rings',
  'missed',
  'aht',
  'talk_time',
  'hold_time',
  'wrap_time',
  'hold_rate',
  'transfer_rate',
  'resolution_rate',
  'csat',
  'csat_top_box',
  'survey_invitation_rate',
  'survey_response_rate',
  'nps',
  'qa_score',
  'qa_fatal_free_rate',
  'short_calls',
  'short_call_rate',
  'valid_calls',
  'conversion',
  'revenue',
  'connect_rate',
  'contacts_per_hour',
  'occupancy',
  'sales',
  'units',
  'ces',
  'short_call_agent_rate',
  'three_rings_18s',
  'hold_time_held',
  'first_question_rate',
  'callback_on_time_rate',
  'complaint_rate',
  'utilisation',
  'not_ready_rate',
] as const;

export type MetricId = (typeof METRICS)[number];

/** Metrics whose next step can be counted in things an agent can go and do. */
export type CountableMetric =
  | 'answered'
  | 'handled'
  | 'answer_rate'
  | 'agent_answer_rate'
  | 'three_rings'
  | 'three_rings_18s'
  | 'resolution_rate'
  | 'csat'
  | 'csat_top_box'
  | 'survey_response_rate'
  | 'nps'
  | 'qa_fatal_free_rate'
  | 'valid_calls'
  | 'conversion'
  | 'revenue'
  | 'connect_rate'
  | 'contacts_per_hour'
  | 'sales'
  | 'units'
  | 'ces';

/** What a gate counts: for a rate, the things that it is a rate of. */
export type Basis =
  'offered' | 'answered' | 'handled' | 'surveys' | 'checks' | 'invitations' | 'dials' | 'time';

/** How far behind, in the largest unit that says it well. */
export interface Lag {
  amount: number;
  unit: 'second' | 'minute' | 'hour' | 'day';
}

/** A sentence with one part that is said louder. */
export interface Phrase {
  before: string;
  strong: string;
  after: string;
}

export interface Words {
  /** BCP 47; also the `lang` of the page and the locale of its numbers. */
  tag: 'en' | 'zh-Hans' | 'zh-Hant';
  product: string;
  metric: Record<MetricId, string>;
  /** `n` is already written in the reader's digits; `one` tells a singular. */
  need: Record<CountableMetric, (n: string, one: boolean) => Phrase>;
  serviceLevel: {
    name: (seconds: number) => string;
    need: (n: string, one: boolean, seconds: number) => Phrase;
  };
  basis: Record<Basis, string>;
  pass: (name: string) => string;
  /** Somebody who was anonymised, by number. */
  formerAgent: (number: string) => string;
  pointsBehind: (points: string) => Phrase;
  lead: (points: string) => Phrase;
  level: string;
  shared: string;
  tieBreak: (metric: string) => string;
  up: (places: number) => string;
  down: (places: number) => string;
  rank: (rank: number) => string;
  points: (score: string) => string;
  notYetRanked: string;
  gateProgress: (metric: string, have: string, need: string) => string;
  newLeader: string;
  waiting: string;
  waitingHint: string;
  scheduledHint: string;
  /** Nobody stands high enough to be named yet. */
  nobodyNamed: string;
  week: (week: number) => string;
  month: (year: number, month: number) => string;
  /** Dates as people write them, first and last day. */
  span: (from: string, to: string) => string;
  dayOf: (day: number, days: number) => string;
  untilEnd: string;
  untilStart: string;
  days: (days: number) => string;
  state: { closing: string; provisional: string; settled: string; cancelled: string };
  line: (metric: string, weight: string) => string;
  perUnit: (metric: string, points: string) => string;
  /** What must be there to be ranked. */
  gates: (gates: readonly { name: string; minimum: string }[]) => string;
  ranks: (from: number, to: number, total: number) => string;
  /** The best so many ranks of all who compete. */
  best: (ranks: number, total: number) => string;
  upperHalf: (total: number) => string;
  truth: {
    live: string;
    behind: (lag: Lag) => string;
    stale: (since: string) => string;
    frozen: string;
    provisional: string;
    final: string;
  };
  completeTo: (time: string) => string;
  silent: (sources: string) => string;
  connecting: string;
  noBoards: string;
  noBoardsHint: string;
  /** Of a screen that waits to be paired. */
  pairing: {
    title: string;
    because: Record<'wished' | 'closed' | 'revoked', string>;
    /** Said of the large code; it is spelled. */
    code: (spelled: string) => string;
    picture: string;
    /** The first ends where the address follows. */
    steps: readonly [string, string, string];
    /** `4:32` */
    next: (time: string) => string;
    asking: string;
    away: string;
  };
  unknownBoard: string;
  refused: (code: number) => string;
  refusedHint: Record<'access' | 'unknown' | 'message', string>;
}
