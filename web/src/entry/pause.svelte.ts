const SECOND_MS = 1000;

/** A pause that the server asked for, counted down. */
export class Pause {
  /** Seconds; 0 when there is none. */
  left = $state(0);
  #until = 0;
  #ticks: ReturnType<typeof setInterval> | undefined;
  #over: () => void = () => undefined;

  start(seconds: number, over: () => void): void {
    this.stop();
    this.#over = over;
    // By the clock rather than by counting ticks: a page in the background gets few of them.
    this.#until = Date.now() + seconds * SECOND_MS;
    this.#ticks = setInterval(() => this.#tick(), SECOND_MS / 4);
    this.#tick();
  }

  stop(): void {
    clearInterval(this.#ticks);
    this.left = 0;
  }

  #tick(): void {
    this.left = Math.max(0, Math.ceil((this.#until - Date.now()) / SECOND_MS));
    if (this.left > 0) return;
    this.stop();
    this.#over();
  }
}

/** `1:05` */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
