/** A native function with a second form that runs on a worker thread and answers through a callback. */
export interface AsyncCallable<A extends readonly unknown[], R> {
  (...args: A): R;
  async(...args: [...A, (error: Error | null, result: R) => void]): void;
}

/** Calls a native function on a worker thread, so that this process stays responsive meanwhile. */
export function callAsync<A extends readonly unknown[], R>(callable: AsyncCallable<A, R>, ...args: A): Promise<R> {
  return new Promise((resolve, reject) => {
    callable.async(...args, (error: Error | null, result: R) => {
      if (error === null) resolve(result);
      else reject(error);
    });
  });
}
