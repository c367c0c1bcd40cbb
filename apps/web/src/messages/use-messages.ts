import { createContext, useContext } from 'react';
import type { Language, Messages } from './messages.js';

/** The language shown, its texts, and how to change it. */
export interface LanguageContextValue {
  readonly language: Language;
  readonly messages: Messages;
  readonly setLanguage: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageContextValue | null>(null);

/** The language shown and how to change it. */
export function useLanguage(): LanguageContextValue {
  const value = useContext(LanguageContext);
  if (value === null) throw new Error('useLanguage is used outside of a LanguageProvider');
  return value;
}

/** The texts of the language shown. */
export function useMessages(): Messages {
  return useLanguage().messages;
}
