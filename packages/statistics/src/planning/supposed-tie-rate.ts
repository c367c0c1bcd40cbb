/** Share of ties that is supposed before there are votes. */
export const SUPPOSED_TIE_RATE = 0.2;
