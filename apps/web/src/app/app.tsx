import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { LanguageProvider } from '../messages/language-provider.js';
import type { Language, Messages } from '../messages/messages.js';
import { makeQueryClient } from './query-client.js';
import { makeRouter } from './router.js';
import { theme } from './theme.js';

/** Everything. Mantine writes no `<style>` tags: its variables are files (see `theme.css`). */
export function App(props: { readonly language: Language; readonly messages: Messages }): ReactNode {
  const [client] = useState(makeQueryClient);
  const [router] = useState(() => makeRouter(client));
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <LanguageProvider language={props.language} messages={props.messages}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
