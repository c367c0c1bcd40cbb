#!/usr/bin/env python3
"""Times Bradley-Terry ratings by other tools on votes that lie in memory, each step a median of several repeats.

usage: time_ratings.py --votes FOLDER --models N --repeats N --rounds N

FOLDER holds the columns first.i32, second.i32 (models by number) and outcome.u8 (0 first wins, 1 second wins, 2 tie). Prints one JSON
object: by tool its version, seconds by step, and the ratings (mean 1000, 400 points for odds of ten to one) by model. A step that a
tool cannot do is missing; a tool that is not installed is under "missing".

evalica         bradley_terry() as published, indexing included; its steps cannot be told apart.
arena-rank      PairDataset.from_pandas, fit, compute_ratings_and_cis; refits of its bootstrap one after the other in this process.
scipy L-BFGS-B  the form of FastChat's rating code since 2024: unique (pair, outcome) cells, weights drawn by a multinomial, L-BFGS-B
                with an exact gradient, at most 100 iterations, gtol 1e-6. Own code, so that it runs without FastChat.
"""

import argparse
import json
import math
import statistics
import time
from pathlib import Path

import numpy

POINTS = 400 / math.log(10)


def timed(repeats, function):
    """Median seconds and the last result."""
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        result = function()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), result


def centred(strengths):
    strengths = numpy.asarray(strengths, dtype=numpy.float64)
    return (1000 + POINTS * (strengths - strengths.mean())).tolist()


def time_evalica(votes, repeats, _):
    import evalica

    winners = [[evalica.Winner.X, evalica.Winner.Y, evalica.Winner.Draw][outcome] for outcome in votes.outcome.tolist()]
    first, second = votes.first.tolist(), votes.second.tolist()
    seconds, result = timed(repeats, lambda: evalica.bradley_terry(first, second, winners))
    elo, _ = timed(repeats, lambda: evalica.elo(first, second, winners, k=16))
    scores = result.scores.reindex(range(votes.models))
    return {
        "version": evalica.__version__,
        "seconds": {"ingest and fit": seconds, "elo": elo},
        "ratings": centred(numpy.log(scores)),
    }


def time_arena_rank(votes, repeats, rounds):
    from importlib.metadata import version

    import jax
    import pandas
    from arena_rank.models.bradley_terry import BradleyTerry, fit_single_bootstrap_sample
    from arena_rank.utils.data_utils import PairDataset

    frame = pandas.DataFrame({
        "model_a": votes.first,
        "model_b": votes.second,
        "winner": numpy.array(["model_a", "model_b", "tie"], dtype=object)[votes.outcome],
    })
    ingest, dataset = timed(repeats, lambda: PairDataset.from_pandas(frame))

    def fit():
        model = BradleyTerry(n_competitors=votes.models).fit(dataset)
        jax.block_until_ready(model.params)
        return model

    fit_seconds, model = timed(repeats, fit)

    def sandwich():
        result = model.compute_ratings_and_cis(dataset)
        jax.block_until_ready(result["variances"])
        return result

    sandwich_seconds, result = timed(repeats, sandwich)
    total = dataset.counts.sum()
    counts = jax.random.multinomial(
        key=jax.random.PRNGKey(1), n=int(total), p=dataset.counts / total, shape=(rounds, len(dataset.counts)), dtype=model.dtype
    )

    def refits():
        for at in range(rounds):
            jax.block_until_ready(fit_single_bootstrap_sample(counts[at], model, dataset))

    refit_seconds, _ = timed(1, refits)
    return {
        "version": version("arena-rank"),
        "seconds": {"ingest": ingest, "fit": fit_seconds, "sandwich": sandwich_seconds, "refit": refit_seconds / rounds},
        "ratings": centred(numpy.asarray(model.params["ratings"])),
        "errors": numpy.sqrt(numpy.asarray(result["variances"])).tolist(),
    }


def time_scipy(votes, repeats, rounds):
    import scipy
    from scipy.optimize import minimize
    from scipy.special import expit

    def ingest():
        codes = (votes.first.astype(numpy.int64) * votes.models + votes.second) * 3 + votes.outcome
        cells, counts = numpy.unique(codes, return_counts=True)
        return cells // 3 // votes.models, cells // 3 % votes.models, numpy.array([1.0, 0.0, 0.5])[cells % 3], counts

    ingest_seconds, (first, second, score, counts) = timed(repeats, ingest)

    def fit(weights):
        weights = weights / weights.sum()

        def loss(strengths):
            difference = strengths[first] - strengths[second]
            residual = weights * (score - expit(difference))
            slope = numpy.bincount(second, residual, votes.models) - numpy.bincount(first, residual, votes.models)
            return (weights * (numpy.logaddexp(0, difference) - score * difference)).sum(), slope

        return minimize(loss, numpy.zeros(votes.models), jac=True, method="L-BFGS-B", options={"maxiter": 100, "gtol": 1e-6}).x

    fit_seconds, strengths = timed(repeats, lambda: fit(counts))
    random = numpy.random.default_rng(0)

    def refits():
        for _ in range(rounds):
            fit(random.multinomial(counts.sum(), counts / counts.sum()))

    refit_seconds, _ = timed(1, refits)
    return {
        "version": scipy.__version__,
        "seconds": {"ingest": ingest_seconds, "fit": fit_seconds, "refit": refit_seconds / rounds},
        "ratings": centred(strengths),
    }


TOOLS = {"evalica": time_evalica, "arena-rank": time_arena_rank, "scipy L-BFGS-B": time_scipy}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--votes", type=Path, required=True)
    parser.add_argument("--models", type=int, required=True)
    parser.add_argument("--repeats", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    votes = parser.parse_args()
    votes.first = numpy.fromfile(votes.votes / "first.i32", dtype=numpy.int32)
    votes.second = numpy.fromfile(votes.votes / "second.i32", dtype=numpy.int32)
    votes.outcome = numpy.fromfile(votes.votes / "outcome.u8", dtype=numpy.uint8)
    tools, missing = {}, {}
    for name, time_tool in TOOLS.items():
        try:
            tools[name] = time_tool(votes, votes.repeats, votes.rounds)
        except ImportError as error:
            missing[name] = str(error)
    print(json.dumps({"tools": tools, "missing": missing}))


if __name__ == "__main__":
    main()
