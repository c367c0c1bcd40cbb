import type { Messages } from '../../messages/messages.js';

/** A pseudonym as shown: whoever votes at the machine itself has none of their own, and is `local` to the server. */
export function personName(messages: Messages, name: string): string {
  return name === 'local' ? messages.app.localPerson : name;
}
