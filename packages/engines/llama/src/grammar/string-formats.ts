const DAY = '(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])';
const DATE = `\\d{4}-(${DAY})`;
const TIME = '([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,6})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)';

/**
 * Patterns of the formats of JSON schema that can be guaranteed character by character (RFC 3339, RFC 9562). The 29th of February is
 * left out: it is not always a day.
 */
export const FORMAT_PATTERNS: Readonly<Record<string, string>> = {
  date: `^(${DATE})$`,
  time: `^(${TIME})$`,
  'date-time': `^(${DATE})T(${TIME})$`,
  uuid: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
};
