"""How a fixture names texts and tokens without containing them. The reader in TypeScript follows the same rules.

- a text's digest: SHA-256 of its UTF-8 bytes, in hexadecimal;
- a log-likelihood request's text: context, a NUL, continuation; every other request's: its context;
- a request's tokens: ids in decimal, joined by `,`, a `|` between context and continuation, a `;` between windows;
- a document's digest: the digest of its requests' digests, joined by newlines; likewise for a block of documents.

Files keep the first 16 digits (`short`); digests of digests are taken over the full ones.
"""

import hashlib


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def combined(digests: list[str]) -> str:
    return digest("\n".join(digests))


def short(hexadecimal: str) -> str:
    return hexadecimal[:16]


def text_digest(arguments: tuple) -> str:
    """`arguments` as lm-eval logs them: (context, continuation), (context, generation settings) or (text,)."""
    if len(arguments) > 1 and isinstance(arguments[1], str):
        return digest(f"{arguments[0]}\0{arguments[1]}")
    return digest(arguments[0])


def token_digest(parts: list) -> str:
    return digest(";".join("|".join(",".join(map(str, ids)) for ids in part) for part in parts))


def token_counts(parts: list) -> list[int]:
    """Context tokens and continuation tokens, summed over windows."""
    return [sum(len(part[side]) for part in parts) for side in (0, 1)]
