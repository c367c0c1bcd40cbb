import { Fragment, type ReactNode } from 'react';

/** A source as it is written, which may break behind each `/` and `:`: else a long one makes its column as wide as itself. */
export function SourceText(props: { readonly source: string }): ReactNode {
  return props.source.split(/(?<=[/:_])/).map((part, at) => (
    // The parts of one text, in its order.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
