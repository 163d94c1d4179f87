import { get } from '../live/api.ts';

const EVERY_MS = 600_000;
const QUIET_CHECK_MS = 500;
const RELOADED_FOR = 'ringside.reloaded-for';

/** Notices that the server serves another build of the pages, and reloads at a quiet moment. */
export class Freshness {
  #timer: ReturnType<typeof setInterval> | undefined;
  #waiting: ReturnType<typeof setInterval> | undefined;

  start(): void {
    this.#timer = setInterval(() => void this.check(), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    clearInterval(this.#waiting);
  }

  async check(): Promise<void> {
    try {
      if (isNew((await get('/api/v1/build')).web)) this.#reloadWhenQuiet();
    } catch (unreachable) {
      console.info('The build is asked for again.', unreachable);
    }
  }

  #reloadWhenQuiet(): void {
    this.#waiting ??= setInterval(() => {
      if (!isMoving()) location.reload();
    }, QUIET_CHECK_MS);
  }
}

/** Browsers that cannot tell are taken to stand still. */
function isMoving(): boolean {
  const animations = 'getAnimations' in document ? document.getAnimations() : [];
  return animations.some(({ playState }) => playState === 'running');
}

/** Once for each build: behind a cache that holds the old page, a wall would reload for ever. */
function isNew(web: string): boolean {
  if (!web || web === __WEB__ || sessionStorage.getItem(RELOADED_FOR) === web) return false;
  sessionStorage.setItem(RELOADED_FOR, web);
  return true;
}
