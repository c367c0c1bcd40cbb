import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useLanguage } from '../../messages/use-messages.js';
import { Panel } from '../../page/panel.js';
import { PlotFigure } from '../../plots/plot-figure.js';
import { scorePlot } from '../../plots/score-plot.js';
import { saveBlob } from '../../table/save-blob.js';
import { saveFile } from '../../table/save-file.js';
import type { BoardSearch } from './board-search.js';
import type { BoardView } from './board-view.js';
import { pictureTexts } from './picture/picture-texts.js';

import { scorePicture } from './picture/score-picture.js';
import { toPng } from '../../plots/to-png.js';
import { BOARD_FILE } from './save-board.js';
import { DRAWN_MODELS, scoreDrawing } from './score-drawing.js';

/** Room for the names of models, and the least width of a panel. */
const NAMES_WIDTH = 180;
const PANEL_WIDTH = 130;
/** More panels than these cannot be read at any width. */
const MOST_PANELS = 8;

const PAGE_STYLE = { accent: 'var(--accent)', grid: 'var(--line)', fontFamily: 'inherit' } as const;

/** Dots with intervals of what the table shows; can be saved as a picture that says where it is from. */
export default function ScorePanel(props: { readonly view: BoardView; readonly search: BoardSearch }): ReactNode {
  const wording = useLanguage();
  const { board } = wording.messages;
  const { view, search } = props;
  const all = useMemo(() => scoreDrawing(view, MOST_PANELS, wording), [view, wording]);
  const draw = useCallback(
    (width: number) => {
      const panels = Math.min(MOST_PANELS, Math.floor((width - NAMES_WIDTH) / PANEL_WIDTH));
      const drawing = scoreDrawing(view, panels, wording);
      return drawing === undefined ? document.createElement('div') : scorePlot(drawing, { width, ...PAGE_STYLE });
    },
    [view, wording],
  );
  if (all === undefined) return null;
  const picture = (): SVGSVGElement => scorePicture(all, pictureTexts(view, search, wording));
  const saveSvg = (): void => {
    saveFile(`${BOARD_FILE}.svg`, new XMLSerializer().serializeToString(picture()), 'image/svg+xml');
  };
  const savePng = (): void => {
    void toPng(picture()).then((png) => saveBlob(`${BOARD_FILE}.png`, png));
  };
  const note = [board.figureNote, view.rows.length > DRAWN_MODELS ? board.figureFirst(DRAWN_MODELS) : ''].join(' ');
  return (
    <Panel
      title={board.figure}
      note={note}
      actions={
        <>
          <Button size="compact-sm" variant="default" onClick={saveSvg}>
            {board.saveSvg}
          </Button>
          <Button size="compact-sm" variant="default" onClick={savePng}>
            {board.savePng}
          </Button>
        </>
      }
    >
      <PlotFigure label={board.figureLabel(all.models.length, all.columns.join(', '))} draw={draw} />
    </Panel>
  );
}
