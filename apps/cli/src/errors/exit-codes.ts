/** What the process returns to its caller; documented in the help. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** 128 + SIGINT, as shells report it. */
  interrupted: 130,
} as const;
