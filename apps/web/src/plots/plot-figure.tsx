import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import './plots.css';

/** Draws at the width there is. The `<style>` that the library puts into each drawing is in `plots.css` instead, as the content-security policy wants it. */
export function PlotFigure(props: {
  /** What a screen reader says in place of the picture; the numbers are in a table beside it. */
  readonly label: string;
  readonly draw: (width: number) => SVGSVGElement | HTMLElement;
}): ReactNode {
  const { label, draw } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (width === 0 || place.current === null) return;
    const drawing = draw(Math.round(width));
    for (const style of drawing.querySelectorAll('style')) style.remove();
    drawing.setAttribute('aria-hidden', 'true');
    place.current.replaceChildren(drawing);
  }, [draw, width]);
  return (
    <div ref={ref}>
      <div ref={place} role="img" aria-label={label} />
    </div>
  );
}
