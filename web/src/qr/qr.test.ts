import { expect, test } from 'vitest';
import { qrPath } from './qr.ts';

test('a picture has the three eyes of a QR code, and white around it', () => {
  const { size, path } = qrPath('otpauth://totp/Ringside:li.wei?secret=JBSWY3DPEHPK3PXP&issuer=Ringside');
  const dark = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let at = 0; at < Number(width); at++) dark.add(`${Number(x) + at} ${y}`);
  }
  const last = size - 4 - 7;
  for (const [left, top] of [
    [4, 4],
    [last, 4],
    [4, last],
  ] as const) {
    for (let at = 0; at < 7; at++) {
      expect([dark.has(`${left + at} ${top}`), dark.has(`${left} ${top + at}`)]).toEqual([true, true]);
      expect([dark.has(`${left + at} ${top - 1}`), dark.has(`${left - 1} ${top + at}`)]).toEqual([
        false,
        false,
      ]);
    }
  }
  expect(
    [...dark].every((module) => module.split(' ').every((at) => Number(at) >= 4 && Number(at) < size - 4)),
  ).toBe(true);
});
