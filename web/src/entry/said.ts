import { Problem, Unreachable } from '../session/problem.ts';
import type { EntryWords } from './words.ts';

/** A sentence in whatever language is chosen, so that it changes with it. */
export type Said = (words: EntryWords) => string;

/** Sentences for what a form knows how to be refused, by the refusal's code. */
export type Refusals = Readonly<Record<string, Said>>;

/** A failure that brings its sentence with it. */
export class Told extends Error {
  constructor(
    readonly said: Said,
    options: ErrorOptions,
  ) {
    super('told', options);
  }
}

/** What to say of a failure. One that nobody foresaw is a bug, and thrown on. */
export function faultOf(failure: unknown, refusals: Refusals = {}): Said {
  if (failure instanceof Told) return failure.said;
  if (failure instanceof Unreachable) return (words) => words.unreachable;
  if (!(failure instanceof Problem)) throw failure;
  const known = refusals[failure.code];
  if (known) return known;
  if (failure.status === 429) return (words) => words.busy;
  if (failure.status >= 500) return (words) => words.broken;
  return (words) => words.unexpected(failure.detail || String(failure.status));
}
