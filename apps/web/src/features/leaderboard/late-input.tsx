import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Milliseconds without a key after which what was typed counts. */
const PAUSE_MS = 250;

/** A field whose text stands in the address: it takes what is typed at once, and the address follows in a pause. */
export function LateInput(
  props: Omit<TextInputProps, 'value' | 'onChange'> & {
    readonly value: string;
    readonly onType: (text: string) => void;
  },
): ReactNode {
  const { value, onType, ...rest } = props;
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const tell = useDebouncedCallback(onType, PAUSE_MS);
  useEffect(() => {
    // Somebody who is typing is ahead of the address, unless all was cleared.
    if (document.activeElement !== input.current) setText(value);
  }, [value]);
  return (
    <TextInput
      {...rest}
      size="xs"
      ref={input}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
