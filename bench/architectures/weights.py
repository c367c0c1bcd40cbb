"""Random weights under which a mistake shows: next-token distributions are peaked, gaps between the two best tokens vary, and
attention looks at few tokens. They are normal numbers in steps of a quarter of their deviation, so that files compress well."""

import torch

TABLE_SCALE = 0.5  # of embeddings and positions that are not the head's matrix too
STEPS = 4  # in a standard deviation


def randomise(model: torch.nn.Module, checkpoint) -> None:
    """Fills all parameters. Norms stay near one (or zero, where a class adds the one), biases and positions are small."""
    generator = torch.Generator().manual_seed(checkpoint.seed)
    tables = {id(module.weight) for module in model.modules() if isinstance(module, torch.nn.Embedding)}
    head = model.get_output_embeddings()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            noise = torch.round(torch.randn(parameter.shape, generator=generator) * STEPS) / STEPS
            if parameter.dim() == 1:
                centre = 1.0 if bool((parameter == 1).all()) else 0.0
                parameter.copy_(centre + noise / 4)
            elif head is not None and parameter is head.weight:
                parameter.copy_(noise * short(checkpoint.logit_scale / parameter.shape[-1] ** 0.5))
            elif id(parameter) in tables:
                parameter.copy_(noise * TABLE_SCALE)
            else:
                share = next((share for part, share in checkpoint.shares.items() if part in name), 1.0)
                parameter.copy_(noise * short(share * checkpoint.gain / fan_in(model, parameter) ** 0.5))


def fan_in(model: torch.nn.Module, parameter: torch.nn.Parameter) -> int:
    """Inputs of a matrix: the last axis, but for GPT-2's `Conv1D`, which stores [inputs, outputs]."""
    for module in model.modules():
        if type(module).__name__ == "Conv1D" and module.weight is parameter:
            return parameter.shape[0]
    return parameter.shape[-1]


def short(scale: float) -> float:
    """A scale with four bits after the first."""
    mantissa, exponent = torch.frexp(torch.tensor(scale))
    return torch.ldexp(torch.round(mantissa * 32) / 32, exponent).item()
