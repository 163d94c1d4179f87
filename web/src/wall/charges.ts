import type { Charge } from './crest.ts';

/** The shield and what stands on it, as SVG paths in a field of 40 × 46. */
export const SHIELD = 'M3 2h34v23c0 9.5-7 15.5-17 19.5C10 40.5 3 34.5 3 25z';

export const CHARGE_PATHS: Record<Charge, string> = {
  chevron: 'M3 15l17 12 17-12v9L20 36 3 24z',
  bolt: 'M23 7L10 25h8.500l-3.5 14L30 19.500h-9z',
  star: 'M20 8l3.5 9 9.5.6-7.4 6.100L28 33l-8-5.200L12 33l2.4-9.300L7 17.600l9.5-.600z',
  quarters: 'M3 2h17v20H3zM20 22h17v24H20z',
  cross: 'M16 2h8v15h13v8H24v21h-8V25H3v-8h13z',
  roundel: 'M20 11a10 10 0 1 0 0 20 10 10 0 1 0 0-20z',
  bars: 'M3 10h34v6H3zM3 21h34v6H3zM3 32h34v6H3z',
  bend: 'M3 2h9l25 29v10h-3L3 13z',
  saltire: 'M3 4l4-4 13 16L33 0l4 4-13 17 13 18-4 4-13-17L7 43l-4-4 13-18z',
  waves:
    'M3 14c6-5 11-5 17 0s11 5 17 0v7c-6 5-11 5-17 0s-11-5-17 0zM3 28c6-5 11-5 17 0s11 5 17 0v7c-6 5-11 5-17 0s-11-5-17 0z',
  crescent: 'M27 11.500a12 12 0 1 0 0 19 10 10 0 1 1 0-19z',
  lozenge: 'M20 7l11 14.500L20 36 9 21.500z',
};
