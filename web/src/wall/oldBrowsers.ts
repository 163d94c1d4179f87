/** What televisions' browsers lack (from Chrome 80 on) and Svelte's templates ask for. Before everything else. */

type Replace = (this: string, what: string | RegExp, by: string) => string;

const replaceAll: Replace = function (what, by) {
  return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by);
};

if (!('replaceAll' in String.prototype)) {
  Object.defineProperty(String.prototype, 'replaceAll', { value: replaceAll, configurable: true });
}

export {};
