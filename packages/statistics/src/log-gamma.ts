/**
 * Coefficients of the Lanczos approximation with g = 7, n = 9 (P. Godfrey, A note on the computation of the convergent Lanczos complex
 * Gamma approximation, 2001).
 */
const G = 7;
const COEFFICIENTS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0; relative error about 1e-15. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const t = shifted + G + 0.5;
  const series = COEFFICIENTS.reduce((sum, coefficient, index) =>
    index === 0 ? coefficient : sum + coefficient / (shifted + index),
  );
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}
