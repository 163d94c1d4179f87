/** The local clock, once a second, on the second. */
export class Ticker {
  now = $state(Date.now());
  #timer: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    this.now = Date.now();
    this.#timer = setTimeout(() => this.start(), 1000 - (this.now % 1000));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
