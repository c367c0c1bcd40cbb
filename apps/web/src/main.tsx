import '@mantine/core/styles.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { chooseLanguage, LANGUAGE_KEY } from './messages/language.js';
import { loadMessages } from './messages/load-messages.js';

const language = chooseLanguage(localStorage.getItem(LANGUAGE_KEY), navigator.languages);
const messages = await loadMessages(language);
document.documentElement.lang = language;
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App language={language} messages={messages} />
    </StrictMode>,
  );
}
