import type { Page } from 'playwright-core';

/** Where the focus is, and what a reader who only has a keyboard could not cope with there. */
interface FocusStop {
  /** The element in words, for a message. */
  readonly name: string;
  readonly isInContent: boolean;
  /** Numbers of the element: the same as at another stop when it is the same one. */
  readonly element: number;
  readonly faults: readonly string[];
}

// What runs in the page has to bring all that it needs.
/* oxlint-disable unicorn/consistent-function-scoping */
/** Looks at the element that has the focus; runs in the page. */
function lookAtFocus(): FocusStop {
  const known = ((globalThis as { stops?: Element[] }).stops ??= []);
  const own = document.activeElement ?? document.body;
  const isHiddenInput = own instanceof HTMLInputElement && own.getBoundingClientRect().width < 2;
  // Chips and segments draw the label behind an input without a size.
  const shown = (isHiddenInput ? own.nextElementSibling : own) ?? own;
  const box = shown.getBoundingClientRect();
  // Of a text in several lines the first.
  const line = shown.getClientRects()[0] ?? box;
  const isOutlined = (element: Element): boolean =>
    [getComputedStyle(element), getComputedStyle(element, '::after')].some(
      (style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0,
    );
  const isDrawn = (element: Element): boolean =>
    element instanceof SVGElement && Number.parseFloat(getComputedStyle(element).strokeWidth) >= 2;
  const clamp = (value: number, most: number): number => Math.min(most - 1, Math.max(0, value));
  const hit = document.elementFromPoint(
    clamp(line.x + Math.min(line.width / 2, 40), innerWidth),
    clamp(line.y + Math.min(line.height / 2, 20), innerHeight),
  );
  const isUncovered =
    hit !== null && (shown.contains(hit) || hit.contains(shown) || own.closest('label')?.contains(hit));
  const before = known.at(-1);
  const last = before?.isConnected === true ? before.getBoundingClientRect() : undefined;
  // To the right of what came before a new column may begin at the top; the cells of a row are one line.
  const isBackUp =
    last !== undefined &&
    before !== own &&
    box.bottom <= last.top &&
    box.left < last.right &&
    own.closest('tr, nav, header') !== before?.closest('tr, nav, header');
  const faults = [
    [shown, ...shown.children].some((element) => isOutlined(element) || isDrawn(element)) ? '' : 'no focus to be seen',
    box.bottom > 0 && box.top < innerHeight ? '' : 'out of sight',
    isUncovered === true ? '' : 'covered by something else',
    (own as HTMLElement).tabIndex > 0 ? 'a tabindex above 0' : '',
    isBackUp ? 'comes after what is below it' : '',
  ].filter((fault) => fault !== '');
  if (!known.includes(own)) known.push(own);
  const text = own.getAttribute('aria-label') ?? own.textContent ?? '';
  return {
    name: `${own.tagName.toLowerCase()} "${text.trim().slice(0, 40)}"`,
    isInContent: own.closest('main') !== null,
    element: known.indexOf(own),
    faults,
  };
}

/* oxlint-enable unicorn/consistent-function-scoping */

/** Presses of Shift+Tab. */
const STOPS_BACK = 6;
/** Fields of a date have a stop for each part, and a button. */
const MOST_STOPS_OF_A_FIELD = 4;

/**
 * Takes the link past the navigation, then Tab up to `most` times through the content, then Shift+Tab some of the way back. What was wrong,
 * each in a line: nothing to be seen of the focus, out of sight, covered, out of the order of reading, or no way on or back.
 */
export async function walkByKeyboard(page: Page, most: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(lookAtFocus);
  if (!skip.name.includes('Skip to the content')) wrong.push(`the first stop is ${skip.name}`);
  wrong.push(...skip.faults.map((fault) => `${skip.name}: ${fault}`));
  await page.keyboard.press('Enter');
  const stops: number[] = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (!stop.isInContent) break;
    wrong.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`));
    if (stops.slice(-MOST_STOPS_OF_A_FIELD).filter((each) => each === stop.element).length === MOST_STOPS_OF_A_FIELD) {
      return [...wrong, `${stop.name} keeps the focus`];
    }
    stops.push(stop.element);
  }
  if (stops.length === 0) wrong.push('nothing in the content can be reached');
  return [...wrong, ...(await walkBack(page, stops.slice(-STOPS_BACK)))];
}

async function walkBack(page: Page, stops: readonly number[]): Promise<readonly string[]> {
  const forwards = distinctInTurn(stops);
  const backwards: number[] = [];
  for (let pressed = 0; pressed <= stops.length; pressed += 1) {
    const stop = await page.evaluate(lookAtFocus);
    if (stop.isInContent && forwards.includes(stop.element)) backwards.push(stop.element);
    await page.keyboard.press('Shift+Tab');
  }
  const isSame = distinctInTurn(backwards).toReversed().join() === forwards.join();
  return isSame ? [] : ['the way back has other stops than the way there'];
}

/** Without what is the same as the one before it. */
function distinctInTurn(stops: readonly number[]): readonly number[] {
  return stops.filter((stop, place) => stop !== stops[place - 1]);
}
