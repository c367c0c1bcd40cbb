import { useLocalStorage } from '@mantine/hooks';

/** Whether single keys vote; can be switched off, as single keys get in the way of speech input. Kept in the browser. */
export function useShortcuts(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({
    key: 'understudy-vote-keys',
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [on, setOn];
}
