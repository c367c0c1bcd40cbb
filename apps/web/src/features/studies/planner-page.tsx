import type { ReactNode } from 'react';
export function PlannerPage(): ReactNode {
  return null;
}
