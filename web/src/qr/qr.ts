import { encode } from 'uqr';

/** Modules of white around a code, without which scanners do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as one path of an SVG, a module a unit wide. */
export interface QrPath {
  /** Of the picture, quiet zone included. */
  size: number;
  path: string;
}

export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return {
    size,
    path: data.flatMap((row, y) => runs(row).map(([x, to]) => `M${x} ${y}h${to - x}v1H${x}z`)).join(''),
  };
}

/** From where to where a row is dark. */
function runs(row: readonly boolean[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found[found.length - 1];
    if (dark && last?.[1] === x) last[1] = x + 1;
    else if (dark) found.push([x, x + 1]);
  });
  return found;
}
