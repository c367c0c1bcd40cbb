"""What the reference says of a checkpoint: log-probabilities token by token, and a greedy text."""

from typing import Callable

import torch

from vocabulary import ENDS, SIZE

Forward = Callable[[torch.Tensor], torch.Tensor]  # tokens [1, n] → logits [1, n, vocabulary]
GREEDY_TOKENS = 16


def sequences(longest: int, seed: int) -> list[list[int]]:
    """Two that part after 20 tokens, a long one, and one of two tokens."""
    generator = torch.Generator().manual_seed(1000 + seed)
    tokens = torch.randint(3, SIZE, (longest + 45,), generator=generator).tolist()
    long, rest = tokens[:longest], tokens[longest:]
    return [long, rest[:20] + rest[20:30], rest[:20] + rest[30:43], rest[43:45]]


def score(forward: Forward, tokens: list[int]) -> dict:
    """For each token after the first: its log-probability in nats, the most probable token, and how far ahead that is."""
    rows = log_probabilities(forward, tokens[:-1])
    targets = torch.tensor(tokens[1:])
    best = rows.topk(2, dim=-1)
    return {
        "tokens": tokens,
        "logProbabilities": [shorter(x) for x in rows.gather(1, targets[:, None])[:, 0].tolist()],
        "argMax": best.indices[:, 0].tolist(),
        "gaps": [shorter(x) for x in (best.values[:, 0] - best.values[:, 1]).tolist()],
    }


def continue_greedily(forward: Forward, prompt: list[int]) -> dict:
    """The most probable token, again and again, up to an end token."""
    tokens, gaps = [], []
    while len(tokens) < GREEDY_TOKENS:
        best = log_probabilities(forward, prompt + tokens)[-1].topk(2)
        tokens.append(best.indices[0].item())
        gaps.append(shorter((best.values[0] - best.values[1]).item()))
        if tokens[-1] in ENDS:
            break
    return {"prompt": prompt, "tokens": tokens, "gaps": gaps}


def log_probabilities(forward: Forward, tokens: list[int]) -> torch.Tensor:
    """[tokens, vocabulary]. Logits are the model's in float32; only the sum of the softmax is exact."""
    with torch.no_grad():
        logits = forward(torch.tensor([tokens]))
    assert logits.dtype == torch.float32, logits.dtype
    return torch.log_softmax(logits[0].double(), dim=-1)


def shorter(number: float) -> float:
    return round(number, 7)
