/** What a tie is for a rating without ties of its own: half a win for each, or a comparison that is left out. */
export type TieRule = 'half' | 'drop';
