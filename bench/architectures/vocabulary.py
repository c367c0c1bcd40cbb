"""The vocabulary of all tiny checkpoints: 512 byte-pair tokens, every one of them readable text, so that generated tokens can
be compared as text. Numbers are what the checkpoints are for; tokenizers have tests of their own."""

import string

SPECIAL = ["<unk>", "<s>", "</s>", "<|endoftext|>"]  # libllama wants them all in Phi-3's files
SIZE = 512
EOS = 2
ENDS = {EOS, 3}  # what llama.cpp takes for the end of a text

LETTERS = [c for c in string.printable if c.isprintable() and c != " "] + ["Ġ", "Ċ"]  # GPT-2's signs for space and line feed
MERGES = [f"{a} {b}" for a in string.ascii_lowercase for b in string.ascii_lowercase][: SIZE - len(SPECIAL) - len(LETTERS)]
TOKENS = SPECIAL + LETTERS + [merge.replace(" ", "") for merge in MERGES]
assert len(TOKENS) == SIZE


def add_vocabulary(writer) -> None:
    """Writes it into a GGUF."""
    from gguf import TokenType

    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(TOKENS)
    writer.add_token_types([TokenType.CONTROL] * len(SPECIAL) + [TokenType.NORMAL] * (SIZE - len(SPECIAL)))
    writer.add_token_merges(MERGES)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(EOS)
    writer.add_add_bos_token(False)
