import { useEffect, useState } from 'react';

/** Whole seconds left until a time of `performance.now()`; zero when it is over. */
export function useCountdown(deadline: number): number {
  const left = (): number => Math.max(0, Math.ceil((deadline - performance.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => {
      const now = left();
      setSeconds(now);
      if (now === 0) clearInterval(timer);
    }, 200);
    return () => clearInterval(timer);
  }, [deadline]);
  return seconds;
}
