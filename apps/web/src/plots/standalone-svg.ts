/** What a picture takes of the page's style sheets. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

/** The colour behind an element. */
function backgroundOf(element: Element | null): string {
  if (element === null) return 'white';
  const colour = getComputedStyle(element).backgroundColor;
  return /^(?:transparent|rgba\(.*, 0\))$/.test(colour) ? backgroundOf(element.parentElement) : colour;
}

/**
 * A copy of a picture that needs no page around it: the styles that the page's files and variables give it stand in it as attributes, on the
 * background that it has in the page.
 */
export function standaloneSvg(svg: SVGSVGElement): SVGSVGElement {
  // A clone of an SVG element is one.
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const sources = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [at, source] of sources.entries()) {
    const target = copies[at];
    if (target === undefined) continue;
    const style = getComputedStyle(source);
    for (const name of STYLES) target.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'tabindex', 'role', 'aria-hidden', 'aria-expanded']) target.removeAttribute(name);
  }
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  sheet.setAttribute('width', '100%');
  sheet.setAttribute('height', '100%');
  sheet.setAttribute('fill', backgroundOf(svg));
  copy.prepend(sheet);
  return copy;
}
