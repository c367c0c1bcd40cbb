/** Where a provider is found: the same name elsewhere is somebody else's server. */
const PROVIDER_ADDRESSES: Readonly<Record<string, string>> = {
  openai: 'https://api.openai.com/',
  anthropic: 'https://api.anthropic.com/',
};

/** Whether an address, or an identity that begins with one, is a provider's own; `provider`: `openai` or `anthropic`. */
export function isOfProvider(provider: string, address: string): boolean {
  const own = PROVIDER_ADDRESSES[provider];
  return own !== undefined && address.startsWith(own);
}
