"""The settings under which requests are compared, on all rows that the data sets have."""

from rows import SYSTEM, Row

# Task, the shot count that the field reports, another one.
SHOTS = (
    ("arc_easy", 0, 5),
    ("arc_challenge", 25, 0),
    ("hellaswag", 0, 10),
    ("winogrande", 0, 5),
    ("piqa", 0, 3),
    ("openbookqa", 0, 5),
    ("boolq", 0, 3),
    ("race", 0, 1),
    ("lambada_openai", 0, 3),
    ("medqa_4options", 0, 3),
    ("medmcqa", 0, 3),
    ("pubmedqa", 0, 2),
    ("triviaqa", 5, 0),
    ("drop", 0, 2),
    ("gsm8k", 5, 0),
    ("gsm8k_cot", 8, 3),
    ("truthfulqa_mc1", 0, 3),
    ("truthfulqa_mc2", 0, 3),
    ("wikitext", 0, None),
    ("mmlu", 5, 0),
)

REQUEST_ROWS = (
    *(Row(task, None, shots) for task, shots, _ in SHOTS),
    *(Row(task, None, other) for task, _, other in SHOTS if other is not None),
    *(Row(task, None, shots, chat=True) for task, shots, _ in SHOTS if task not in ("wikitext", "mmlu")),
    Row("mmlu_anatomy", None, 5, chat=True),
    Row("mmlu_anatomy", None, 5, chat=True, multiturn=False),
    Row("gsm8k", None, 5, chat=True, multiturn=False),
    Row("arc_easy", None, 2, chat=True, system=SYSTEM),
    Row("arc_easy", None, 2, system=SYSTEM),
)
