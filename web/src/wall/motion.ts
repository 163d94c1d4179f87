import { cubicOut } from 'svelte/easing';
import { prefersReducedMotion } from 'svelte/motion';
import type { AnimationConfig } from 'svelte/animate';

const TRAVEL_MS = 520;

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
