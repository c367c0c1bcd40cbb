/** `understudy … | head` closes our output early: that is no error, and nothing more is to be said. */
export function endQuietlyOnBrokenPipe(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
