/** Decimal text as people read it. Scores are never parsed to floating point. */

export interface Numeral {
  /** With sign and thousands separators. */
  whole: string;
  /** With its point; empty where the rule book has no decimals. */
  fraction: string;
}

export function numeral(decimal: string): Numeral {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { whole: grouped(whole), fraction: fraction && `.${fraction}` };
}

export function spoken(decimal: string): string {
  const { whole, fraction } = numeral(decimal);
  return whole + fraction;
}

function grouped(whole: string): string {
  return whole.replace('-', '−').replace(/\d(?=(?:\d{3})+$)/g, '$&,');
}
