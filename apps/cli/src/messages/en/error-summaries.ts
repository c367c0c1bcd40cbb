/** What an error code says, in front of the packages' own messages, which are English and need none here. */
export const errorSummaries = {} as Readonly<Record<string, string>>;
