/** The hash of this build's sources, put in by vite.config.ts. */
declare const __WEB__: string;
