import { type ScoreDrawing, scorePlot } from '../../../plots/score-plot.js';
import type { PictureTexts } from './picture-texts.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 1200;
const MARGIN = 24;
const LINE_HEIGHT = 20;
const FONT = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
/** Ink on paper: a picture goes into papers and messages, whatever the page looks like. */
const INK = '#1f2328';
const STYLE = { accent: '#3b5bdb', grid: '#d0d7de', fontFamily: FONT } as const;

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function line(text: string, y: number, style: Readonly<Record<string, string | number>>): SVGElement {
  const made = element('text', { x: MARGIN, y, 'font-family': FONT, fill: INK, ...style });
  made.textContent = text;
  return made;
}

/** A picture that stands alone: title, dots with intervals, and below them where it is from, when, and what was chosen. */
export function scorePicture(drawing: ScoreDrawing, texts: PictureTexts): SVGSVGElement {
  const plot = scorePlot(drawing, { width: WIDTH - 2 * MARGIN, ...STYLE });
  for (const style of plot.querySelectorAll('style')) style.remove();
  const top = MARGIN + 2 * LINE_HEIGHT;
  const plotHeight = Number(plot.getAttribute('height'));
  const height = top + plotHeight + texts.notes.length * LINE_HEIGHT + MARGIN;
  // An SVG root, as its name says.
  const root = element('svg', { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` }) as SVGSVGElement;
  plot.setAttribute('x', String(MARGIN));
  plot.setAttribute('y', String(top));
  plot.setAttribute('color', INK);
  plot.removeAttribute('class');
  root.append(
    element('rect', { width: WIDTH, height, fill: '#ffffff' }),
    line(texts.title, MARGIN + LINE_HEIGHT / 2, { 'font-size': 18, 'font-weight': 600 }),
    plot,
    ...texts.notes.map((note, place) =>
      line(note, top + plotHeight + (place + 1) * LINE_HEIGHT, { 'font-size': 12, 'fill-opacity': 0.8 }),
    ),
  );
  return root;
}
