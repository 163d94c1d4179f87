import { Problem } from '../../session/problem.ts';
import { minutes } from '../pause.svelte.ts';
import { Told } from '../said.ts';
import { said, type ScreenWords } from './words.ts';

type Tellings = Readonly<Record<string, (words: ScreenWords, problem: Problem) => string>>;

const OF_BOTH: Tellings = {
  OUT_OF_REACH: (words) => words.outOfReach,
  FORBIDDEN: (words) => words.outOfReach,
  BAD_INPUT: (words, { errors: [fault], detail }) =>
    words.notTaken(fault?.field ?? '', fault?.expected ?? detail),
};

/** What the server refuses about a code. */
export const OF_CODES: Tellings = {
  ...OF_BOTH,
  NOT_FOUND: (words) => words.codeUnknown,
  PAIRING_PAUSED: (words, { retryAfterSeconds: wait }) => words.paused(wait ? minutes(wait) : ''),
  TOO_MANY_SCREENS: (words) => words.tooManyScreens,
};

/** And about a screen that is there. */
export const OF_SCREENS: Tellings = {
  ...OF_BOTH,
  NOT_FOUND: (words) => words.gone,
  CONFLICT: (words) => words.revokedMeanwhile,
};

/** The same work; what is refused of it knows its sentence. */
export async function telling<T>(tellings: Tellings, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    const tell = tellings[failure.code];
    throw tell
      ? new Told(
          said((words) => tell(words, failure)),
          { cause: failure },
        )
      : failure;
  }
}
