import { hashText } from '../task/hash-text.js';

/**
 * Functions of the reference harness's task files for which we have one that does the same: SHA-256 of their Python text, without white space
 * at its ends, and our name of it. Taken from the releases 0.4.0 to 0.4.12; where a text was changed and does the same both stand here,
 * and none of those whose work changed with the task's version. What a function calls is not part of its text.
 */
const OWN_NAMES: Readonly<Record<string, string>> = {
  '6e0be8de844d15018a3506cf91436fe29c4d7eb093c6f214224018493c2dfca7': 'hellaswag.processDocs',
  '45e607d0a847b3c873890b7a127d1c6d29ccbd883e70426394ee864979c5215f': 'drop.processDocs',
  b2f6cd6901c0a83197ec3dc4fc6a4cc0d1e5082197e9b4476b895eb0fae35276: 'drop.processResults',
  '6db33d1dc6fd6cc78219a53be9a4479945ab693b833131a7c8d16b80b58885a1': 'medmcqa.docToText',
  e9a3889cd304bd2bb6271cda0d50ea63b5a89c6bfff2a57c4fef2a5c2b5d3e2a: 'medmcqa.docToText',
  '013ac6282dd00cdc2f2df0c8138c31add074537249a108042075ee7eec1113ff': 'medqa.docToText',
  '113f54e179e56353fd7ae49825ca9849a0344dccf6f89635054300ac0c83c41f': 'medqa.docToText',
  c78a039c04bc661b247ca9207e838df0fd2a664747149a23423c9dea755b636a: 'pubmedqa.docToText',
  '102f9afbef448e05914bb174b508f3d33024197d0a3c868c7dab9ab046fefc90': 'pubmedqa.docToText',
  '255fff4979c5e129fdff7361f4443d69cf1223838b685159c663965f0f33f8f6': 'race.docToText',
  dba48e9479c918f07c4dbf86c90d3f5c5ae493f169b37523618d5573674c2ca3: 'race.docToTarget',
  f12ba063ce9f37aa7466388921db61d2d9fd1599322fbcaf6f42beb0aefe8171: 'race.docToChoice',
  '8db42f02270d1bb3282a66cc2a1a1a63ca7ddbf450e4fe71a07847fe7fed3b26': 'truthfulqa.processResultsMc2',
  c7a7e3cfdf6468e4787baeb3d75c2afed1891524d9676c80b72685096e532369: 'wikitext.detokenize',
  dac9bafd14a8d0d6c39e3c8e5070b0d9cceab954e2ced3911f33a15d5409c877: 'wikitext.processResults',
  '209f98ca866ca43ff7ed1eb1b4ae1bbfe93badd69ae9709f78228eaab625d0f6': 'winogrande.docToText',
  e7f36e60b06fe5fbd1ed46cfc385c0818ece301b12c4b41251b06160aefaed6d: 'winogrande.docToTarget',
  c539fb65f429ca017a0384af755ac662b7b875018b9032934446f34fea44eb16: 'winogrande.docToChoice',
};

/**
 * What tells a Python function from others by its text, as the reference harness's results keep it: the name of our function that does the
 * same, else `python ` and the SHA-256 of the text.
 */
export function pythonFunctionMark(source: string): string {
  const hash = hashText(source.trim());
  return OWN_NAMES[hash] ?? `python ${hash}`;
}
