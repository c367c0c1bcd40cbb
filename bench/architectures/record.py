"""What the reference says of a checkpoint: log-probabilities token by token, and a greedy text."""

from typing import Callable

import torch

from vocabulary import ENDS, SIZE

Forward = Callable[[torch.Tensor], torch.Tensor]  # tokens [1, n] → logits [1, n, vocabulary]
EncodedForward = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]  # context, decoder's tokens → its logits
GREEDY_TOKENS = 16
START = 0  # of every text behind an encoded context


def sequences(longest: int, seed: int) -> list[list[int]]:
    """Two that part after 20 tokens, a long one, and one of two tokens."""
    generator = torch.Generator().manual_seed(1000 + seed)
    tokens = torch.randint(3, SIZE, (longest + 45,), generator=generator).tolist()
    long, rest = tokens[:longest], tokens[longest:]
    return [long, rest[:20] + rest[20:30], rest[:20] + rest[30:43], rest[43:45]]


def score(forward: Forward, tokens: list[int]) -> dict:
    """For each token after the first: its log-probability in nats, the most probable token, and how far ahead that is."""
    return {"tokens": tokens, **describe(log_probabilities(forward, tokens[:-1]), tokens[1:])}


def describe(rows: torch.Tensor, tokens: list[int]) -> dict:
    targets = torch.tensor(tokens)
    best = rows.topk(2, dim=-1)
    return {
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


def encoded_sequences(longest: int, seed: int) -> list[tuple[list[int], list[int]]]:
    """Contexts for an encoder with what may follow: a long one, two with one context, and a single token."""
    tokens = [token for sequence in sequences(longest + 60, seed) for token in sequence]
    context, text = tokens[:longest], tokens[longest : longest + 40]
    short = tokens[-45:-33]
    return [(context, text), (short, tokens[-33:-23]), (short, tokens[-33:-28] + tokens[-23:-13]), (tokens[-1:], tokens[-4:-1])]


def score_encoded(forward: EncodedForward, context: list[int], tokens: list[int]) -> dict:
    """For each token behind an encoded context: its log-probability; otherwise as `score`."""
    rows = softmax(forward(torch.tensor([context]), torch.tensor([[START, *tokens[:-1]]])))
    return {"context": context, "tokens": tokens, **describe(rows, tokens)}


def continue_encoded(forward: EncodedForward, context: list[int]) -> dict:
    """As `continue_greedily`."""

    def behind_start(tokens: torch.Tensor) -> torch.Tensor:
        return forward(torch.tensor([context]), torch.cat([torch.tensor([[START]]), tokens], dim=1))

    return {**continue_greedily(behind_start, []), "prompt": context}


def log_probabilities(forward: Forward, tokens: list[int]) -> torch.Tensor:
    """[tokens, vocabulary]. Logits are the model's in float32; only the sum of the softmax is exact."""
    return softmax(forward(torch.tensor([tokens], dtype=torch.long)))


def softmax(logits: torch.Tensor) -> torch.Tensor:
    assert logits.dtype == torch.float32, logits.dtype
    return torch.log_softmax(logits[0].detach().double(), dim=-1)


def shorter(number: float) -> float:
    return round(number, 7)
