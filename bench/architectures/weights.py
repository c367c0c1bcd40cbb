"""Random weights under which a mistake shows: next-token distributions are peaked, gaps between the two best tokens vary, and
attention looks at few tokens."""

import torch

GAIN = 1.3  # standard deviation of a product's outputs for inputs of unit variance
TABLE_SCALE = 0.5  # of embeddings and positions that are not the head's matrix too
MANTISSA_BITS = 5  # of 24: the files then compress to a quarter


def randomise(model: torch.nn.Module, seed: int, logit_scale: float) -> None:
    """Fills all parameters. Norms stay near one (or zero, where a class adds the one), biases and positions are small."""
    generator = torch.Generator().manual_seed(seed)
    tables = {id(module.weight) for module in model.modules() if isinstance(module, torch.nn.Embedding)}
    head = model.get_output_embeddings()
    with torch.no_grad():
        for parameter in dict.fromkeys(model.parameters()):
            noise = torch.randn(parameter.shape, generator=generator)
            if parameter.dim() == 1:
                centre = 1.0 if bool((parameter == 1).all()) else 0.0
                values = centre + 0.2 * noise
            elif head is not None and parameter is head.weight:
                values = logit_scale * noise / parameter.shape[-1] ** 0.5
            elif id(parameter) in tables:
                values = TABLE_SCALE * noise
            else:
                values = GAIN * noise / fan_in(model, parameter) ** 0.5
            parameter.copy_(rounded(values))


def fan_in(model: torch.nn.Module, parameter: torch.nn.Parameter) -> int:
    """Inputs of a matrix: the last axis, but for GPT-2's `Conv1D`, which stores [inputs, outputs]."""
    for module in model.modules():
        if type(module).__name__ == "Conv1D" and module.weight is parameter:
            return parameter.shape[0]
    return parameter.shape[-1]


def rounded(values: torch.Tensor) -> torch.Tensor:
    mantissa, exponent = torch.frexp(values)
    return torch.ldexp(torch.round(mantissa * 2**MANTISSA_BITS) / 2**MANTISSA_BITS, exponent)
