import { expect, test } from 'vitest';
import { sampleRow } from '../live/sample.ts';
import { crests, teamOf } from './crest.ts';
import { PALETTE } from './palette.ts';

const teams = (count: number) => Array.from({ length: count }, (_, at) => `第${at}组`);
const look = (count: number) => [...crests(teams(count)).values()];

test('twelve teams have twelve colours', () => {
  expect(new Set(look(12).map(({ colour }) => colour)).size).toBe(12);
});

test('sixty teams have sixty crests', () => {
  expect(new Set(look(60).map(({ colour, charge }) => colour + charge)).size).toBe(60);
});

test('a team keeps its crest whatever the order', () => {
  expect([...crests(teams(30)).entries()].toSorted()).toEqual(
    [...crests(teams(30).toReversed()).entries()].toSorted(),
  );
});

test('a team that is renamed keeps its crest, and its people wear it', () => {
  const wears = (row: Parameters<typeof sampleRow>[1]) => teamOf('agent', sampleRow('1001', row));
  expect(teamOf('team', sampleRow('eagle', { name: 'Falcons' }))).toBe('eagle');
  expect(wears({ team: 'eagle', teamName: 'Falcons' })).toBe('eagle');
  expect(wears({})).toBe('1001');
});

type Triple = readonly [number, number, number];

/** Machado, Oliveira, Fernandes 2009: full protanopia, deuteranopia, tritanopia, on linear light. */
const EYES: Record<string, readonly Triple[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function light(hex: string): Triple {
  const part = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  const row = ([a, b, c]: Triple) => Math.min(1, Math.max(0, a * x + b * y + c * z));
  return [row(matrix[0]!), row(matrix[1]!), row(matrix[2]!)];
}

/** Björn Ottosson's OKLab, in which distances are about what eyes see. */
function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

test.each(Object.entries(EYES))('team colours are apart for %s eyes', (_, eyes) => {
  const seen = PALETTE.map((colour) => oklab(times(eyes, light(colour))));
  const nearest = Math.min(
    ...seen.flatMap((a, at) =>
      seen.slice(0, at).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
    ),
  );
  expect(nearest).toBeGreaterThan(0.06);
});

test('team colours are legible on ink', () => {
  const luminance = (hex: string) => {
    const [r, g, b] = light(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (hex: string) => (luminance(hex) + 0.05) / (luminance('#0b1016') + 0.05);
  expect(Math.min(...PALETTE.map(contrast))).toBeGreaterThan(4.5);
});
