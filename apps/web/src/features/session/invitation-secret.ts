/** The secret behind the `#` of an invitation's address; null: there is none. It never leaves the browser but in the body of one request. */
export function invitationSecret(hash: string): string | null {
  const secret = decodeURIComponent(hash.replace(/^#/, '')).trim();
  return /^[\w~.-]{16,200}$/.test(secret) ? secret : null;
}
