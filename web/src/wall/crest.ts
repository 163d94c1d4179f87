import type { Competitors, Row } from '../live/protocol.ts';
import { PALETTE } from './palette.ts';

/** What a shield shows. The charge is the second sign beside the colour, never the same for two teams of one colour. */
export const CHARGES = [
  'chevron',
  'bolt',
  'star',
  'quarters',
  'cross',
  'roundel',
  'bars',
  'bend',
  'saltire',
  'waves',
  'crescent',
  'lozenge',
] as const;

export type Charge = (typeof CHARGES)[number];

export interface Crest {
  colour: string;
  charge: Charge;
}

const KINDS = PALETTE.length * CHARGES.length;

/** Crests of a set of teams, given by id: the same set gives the same crests, and no two of up to 144 are alike. */
export function crests(teams: Iterable<string>): ReadonlyMap<string, Crest> {
  const places = new Map<string, number>();
  const taken = new Set<number>();
  for (const team of [...new Set(teams)].sort()) {
    const place = freePlace(hash(team) % PALETTE.length, taken);
    taken.add(place);
    places.set(team, place);
  }
  return new Map([...places].map(([team, place]) => [team, crestAt(place)]));
}

/** The team's own colour if it is free, else the next one; a second round of colours only when all are given. */
function freePlace(wish: number, taken: ReadonlySet<number>): number {
  for (let step = 0; step < KINDS; step++) {
    const round = Math.floor(step / PALETTE.length);
    const place = round * PALETTE.length + ((wish + step) % PALETTE.length);
    if (!taken.has(place)) return place;
  }
  return wish;
}

function crestAt(place: number): Crest {
  const colour = place % PALETTE.length;
  const round = Math.floor(place / PALETTE.length);
  return { colour: PALETTE[colour]!, charge: CHARGES[(colour + round) % CHARGES.length]! };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Whose colours a row wears, by id: names change. A team its own, an agent the team's. */
export function teamOf(competitors: Competitors, row: Pick<Row, 'id' | 'team'>): string {
  return competitors === 'team' ? row.id : (row.team ?? row.id);
}
