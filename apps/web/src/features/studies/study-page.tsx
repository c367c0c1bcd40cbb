import type { ReactNode } from 'react';
export function StudyPage(): ReactNode {
  return null;
}
