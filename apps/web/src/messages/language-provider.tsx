import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { LANGUAGE_KEY } from './language.js';
import { loadMessages } from './load-messages.js';
import type { Language, Messages } from './messages.js';
import { LanguageContext } from './use-messages.js';

/** Gives the texts to all below, and tells the browser the language of the page. */
export function LanguageProvider(props: {
  readonly language: Language;
  readonly messages: Messages;
  readonly children: ReactNode;
}): ReactNode {
  const [shown, setShown] = useState({ language: props.language, messages: props.messages });
  const setLanguage = useCallback((language: Language) => {
    localStorage.setItem(LANGUAGE_KEY, language);
    void loadMessages(language).then((messages) => setShown({ language, messages }));
  }, []);
  useEffect(() => {
    document.documentElement.lang = shown.language;
  }, [shown.language]);
  const value = useMemo(() => ({ ...shown, setLanguage }), [shown, setLanguage]);
  return <LanguageContext.Provider value={value}>{props.children}</LanguageContext.Provider>;
}
