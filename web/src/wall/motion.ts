import { cubicOut } from 'svelte/easing';
import { prefersReducedMotion } from 'svelte/motion';
import type { AnimationConfig } from 'svelte/animate';
import type { TransitionConfig } from 'svelte/transition';

const TRAVEL_MS = 520;
const APPEAR_MS = 380;
const STEP_MS = 45;

/** FLIP by translation alone: rows of different height would be squeezed by a scale. */
export function travel(_: Element, { from, to }: { from: DOMRect; to: DOMRect }): AnimationConfig {
  const [dx, dy] = [from.left - to.left, from.top - to.top];
  if (dx === 0 && dy === 0) return { duration: 0 };
  if (prefersReducedMotion.current) return { duration: TRAVEL_MS, css: (t) => `opacity: ${t}` };
  return {
    duration: TRAVEL_MS,
    easing: cubicOut,
    css: (_t, u) => `transform: translate(${u * dx}px, ${u * dy}px)`,
  };
}

/** A page comes on row by row. */
export function appear(_: Element, { at }: { at: number }): TransitionConfig {
  const still = prefersReducedMotion.current;
  return {
    delay: 160 + (still ? 0 : at * STEP_MS),
    duration: APPEAR_MS,
    easing: cubicOut,
    css: (t, u) => `opacity: ${t}; transform: translateX(${still ? 0 : -2.5 * u}vw)`,
  };
}
