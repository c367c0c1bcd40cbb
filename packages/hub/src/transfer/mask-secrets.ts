/** Takes what may be secret out of a text that is shown or stored: user and password in addresses, query strings, known tokens. */
export function maskSecrets(text: string, secrets: readonly (string | undefined)[] = []): string {
  const known = secrets.filter((secret): secret is string => secret !== undefined && secret.length >= 4);
  const masked = known.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return masked.replace(/(?<=:\/\/)[^/@\s]+@/g, '***@').replace(/(?<=https?:\/\/[^\s?'"]+)\?[^\s'")]+/g, '?***');
}
