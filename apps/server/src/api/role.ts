import type { Role } from '@understudy/store';

/**
 * Who may use a route. `unblinded` is for those who may know which model wrote which answer: not annotators, who would vote on what they
 * have seen there.
 */
const ALLOWED = {
  public: ['viewer', 'annotator', 'admin'],
  viewer: ['viewer', 'annotator', 'admin'],
  unblinded: ['viewer', 'admin'],
  annotator: ['annotator', 'admin'],
  admin: ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Access = keyof typeof ALLOWED;

/** Whether a role is enough; null is nobody in particular, to whom only `public` routes are open. */
export function isAllowed(role: Role | null, access: Access): boolean {
  if (role === null) return access === 'public';
  const roles: readonly Role[] = ALLOWED[access];
  return roles.includes(role);
}
