/** The secret behind the `#` of an invitation's address; null: there is none. It never leaves the browser but in the body of one request. */
export function invitationSecret(hash: string): string | null {
  return /^#([\w~.-]{16,200})$/.exec(hash)?.[1] ?? null;
}
