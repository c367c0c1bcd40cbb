/** What `site` says. */
export const site = {
  notBuilt: 'The web pages are not built, so there is nothing to publish.',
  notBuiltHint: 'Build them with: npm run build --workspace @understudy/web',
  foreign: (folder: string) => `${folder} is not empty, and not a site that was published here.`,
  foreignHint: 'Choose another folder with --output, or lose what is in it with --force.',
  kept: (folder: string, kept: string) => `A site in ${folder} would take the place of ${kept}.`,
  keptHint: 'Choose another folder with --output; --force does not help here.',
  progress: (files: string, bytes: string) => `Publishing: ${files} files, ${bytes}`,
  written: (folder: string, files: string, bytes: string) => `${folder}: ${files} files, ${bytes}`,
  next: 'Any server of files can serve it, from any folder. It holds no samples, no questions or answers, no single votes, nobody who voted and no keys.',
};
