/** Signing in with a key, joining by invitation, and who one is. */
export const session = {
  signIn: 'Sign in',
  signInText:
    'This server asks for a key. Whoever runs it can give you one; as an annotator, open the link of your invitation.',
  key: 'Key',
  signOut: 'Sign out',
  joining: 'Accepting the invitation…',
  joinFailed: 'The invitation was not accepted',
  joinMissing: 'The address has no invitation in it. Open the whole link that you were sent, up to its last character.',
  roles: { viewer: 'viewer', annotator: 'annotator', admin: 'administrator' },
};
