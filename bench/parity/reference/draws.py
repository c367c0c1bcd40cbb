"""Records which rows of the few-shot pool the reference harness draws, document by document."""

from contextlib import contextmanager

from lm_eval.api.samplers import ContextSampler


@contextmanager
def recorded_draws():
    """Yields a list that grows by one entry a document: the drawn positions, n + 1 of them where the harness draws one more.

    `Random.sample` picks positions without looking at the items, so drawing from `range` gives the same positions.
    """
    draws: list[list[int]] = []
    original = ContextSampler.sample

    def sample(self, n, *args, **kwargs):
        rnd = self.rnd

        class Recorded:
            def sample(self, pool, k):
                positions = rnd.sample(range(len(pool)), k)
                draws.append(positions)
                return [pool[at] for at in positions]

        if n == 0:
            return original(self, n, *args, **kwargs)
        self.rnd = Recorded()
        try:
            return original(self, n, *args, **kwargs)
        finally:
            self.rnd = rnd

    ContextSampler.sample = sample
    try:
        yield draws
    finally:
        ContextSampler.sample = original
