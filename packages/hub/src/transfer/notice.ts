/** Told of what a person should know while work goes on, as one line: a source was skipped, another process is being waited for. */
export type OnNotice = (line: string) => void;
