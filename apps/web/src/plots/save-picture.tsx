import { Button } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useMessages } from '../messages/use-messages.js';
import { saveBlob } from '../table/save-blob.js';
import { saveFile } from '../table/save-file.js';
import { standaloneSvg } from './standalone-svg.js';
import { toPng } from './to-png.js';

/** Saves the picture within an element as it stands in the page, with its colours and its language. */
export function SavePicture(props: {
  readonly within: RefObject<HTMLElement | null>;
  /** Without ending. */
  readonly fileName: string;
}): ReactNode {
  const { board } = useMessages();
  const { within, fileName } = props;
  const picture = (): SVGSVGElement | undefined => {
    const svg = within.current?.querySelector('svg') ?? undefined;
    return svg && standaloneSvg(svg);
  };
  const saveSvg = (): void => {
    const svg = picture();
    if (svg !== undefined) saveFile(`${fileName}.svg`, new XMLSerializer().serializeToString(svg), 'image/svg+xml');
  };
  const savePng = (): void => {
    const svg = picture();
    if (svg !== undefined) void toPng(svg).then((png) => saveBlob(`${fileName}.png`, png));
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={saveSvg}>
        {board.saveSvg}
      </Button>
      <Button size="compact-sm" variant="default" onClick={savePng}>
        {board.savePng}
      </Button>
    </>
  );
}
