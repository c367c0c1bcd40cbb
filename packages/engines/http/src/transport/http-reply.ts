/** Headers of an answer, by lower-case name. */
export type ReplyHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** An answer as it came. */
export interface HttpReply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: string;
}
