import type { Basis, CountableMetric, MetricId, Phrase, Words } from '../words/words.ts';
import { spoken } from './numerals.ts';

/** Names of metrics and of what they count. Ids may carry a suffix: seconds, a scale, a currency. */

const SERVICE_LEVEL = /^service_level_[a-d](?:_(\d+)s)?$/;
const USUAL_SECONDS = 20;

/** A metric's name in the reader's language; one that this page does not know is shown as it is. */
export function metricName(id: string, words: Words): string {
  const level = SERVICE_LEVEL.exec(id);
  if (level) return words.serviceLevel.name(seconds(level));
  const currency = /^revenue_([a-z]{3})$/.exec(id)?.[1];
  const name = words.metric[base(id) as MetricId] ?? id.replace(/_/g, ' ');
  return currency ? `${name} ${currency.toUpperCase()}` : name;
}

/** So many more good ones, in the metric's own words; undefined where nobody can go and do one. */
export function metricNeed(id: string, need: number, words: Words): Phrase | undefined {
  const [n, one] = [spoken(String(need)), need === 1];
  const level = SERVICE_LEVEL.exec(id);
  if (level) return words.serviceLevel.need(n, one, seconds(level));
  return words.need[base(id) as CountableMetric]?.(n, one);
}

/** What a gate on a metric or counter counts: thirty of "CSAT" are thirty survey answers. */
export function gateName(on: string, words: Words): string {
  const basis = SERVICE_LEVEL.test(on) ? 'offered' : BASES[base(on)];
  return basis ? words.basis[basis] : metricName(on, words);
}

/** An amount of what a gate counts: time is told in hours and minutes. */
export function gateAmount(on: string, amount: number): string {
  if (BASES[base(on)] !== 'time') return spoken(String(amount));
  const minutes = Math.floor(amount / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

const BASES: Partial<Record<string, Basis>> = {
  ...of('offered', 'answer_rate', 'abandon_rate', 'offered'),
  ...of(
    'answered',
    'agent_answer_rate',
    'three_rings',
    'three_rings_18s',
    'resolution_rate',
    'asa',
    'answered',
  ),
  ...of('answered', 'answered_contacts'),
  ...of('handled', 'aht', 'talk_time', 'wrap_time', 'hold_time', 'hold_rate', 'transfer_rate', 'conversion'),
  ...of('handled', 'short_call_rate', 'short_call_agent_rate', 'survey_invitation_rate', 'handled'),
  ...of('surveys', 'csat', 'csat_top_box', 'nps', 'ces', 'csat_n', 'nps_n', 'ces_n', 'surveys_answered'),
  ...of('checks', 'qa_score', 'qa_fatal_free_rate', 'qa_n', 'qa_max'),
  ...of('invitations', 'survey_response_rate', 'invited'),
  ...of(
    'time',
    'contacts_per_hour',
    'occupancy',
    'utilisation',
    'not_ready_rate',
    'ready_ms',
    'on_contact_ms',
  ),
  ...of('dials', 'connect_rate', 'dial_attempted'),
};

function of(basis: Basis, ...ids: string[]): Record<string, Basis> {
  return Object.fromEntries(ids.map((id) => [id, basis]));
}

/** Without a scale (`csat_0_10`) or a currency (`revenue_eur`). */
function base(id: string): string {
  return id.replace(/_\d+_\d+$/, '').replace(/^revenue_[a-z]{3}$/, 'revenue');
}

function seconds(level: RegExpExecArray): number {
  return Number(level[1] ?? USUAL_SECONDS);
}
