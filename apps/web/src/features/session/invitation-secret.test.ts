import { expect, test } from 'vitest';
import { invitationSecret } from './invitation-secret.js';

test.each([
  ['#abcdefghijklmnop0123', 'abcdefghijklmnop0123'],
  ['#us_inv_abcdefghijklmnop-0123', 'us_inv_abcdefghijklmnop-0123'],
  ['', null],
  ['#', null],
  ['#short', null],
  ['#abcdefghijklmnop0123%', null],
  ['#<script>alert(1)</script>', null],
])('%j holds %j', (hash, secret) => {
  expect(invitationSecret(hash)).toBe(secret);
});
