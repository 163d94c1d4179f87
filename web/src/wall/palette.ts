/** Twelve team colours, light enough for ink, apart from each other for colour-blind eyes (see its test). */
export const PALETTE = [
  '#4da3ff',
  '#ff8a5c',
  '#2fc6b0',
  '#f5a3cf',
  '#b7d83d',
  '#a78bfa',
  '#e8b33a',
  '#7fd3ff',
  '#d96bb0',
  '#9aa9b5',
  '#5fbf5a',
  '#e6dcc8',
] as const;
