/**
 * Twelve team colours: light enough on ink, and apart from each other for normal, protan, deutan and tritan eyes
 * (its test measures). Away from amber and violet, which mean stale and frozen.
 */
export const PALETTE = [
  '#77a2fc',
  '#fc9d5a',
  '#51d39c',
  '#d1a6d5',
  '#f5e141',
  '#707bfd',
  '#b89240',
  '#81fbff',
  '#bd63c5',
  '#7a9c85',
  '#cbf2be',
  '#c5d5ce',
] as const;
