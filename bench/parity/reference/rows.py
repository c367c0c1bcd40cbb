"""What is measured: one `Row` is one task under one setting, on the first `limit` documents.

Limits keep the reference under about a minute a document on two cores. Shot counts are those that the field reports, with
a second one where drawing few-shot examples can go wrong in another way.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    task: str
    limit: int | None
    shots: int = 0
    chat: bool = False
    multiturn: bool = True
    system: str | None = None
    max_length: int | None = None
    batch: int = 8

    @property
    def name(self) -> str:
        """Names the row's files: task, shots, and every setting that is not the default."""
        parts = [self.task, f"{self.shots}shot"]
        if self.chat:
            parts.append("chat" if self.multiturn else "chat-single-turn")
        if self.system is not None:
            parts.append("system")
        if self.max_length is not None:
            parts.append(f"context{self.max_length}")
        return ".".join(parts)


MMLU_SUBJECTS = (
    "anatomy",
    "professional_law",
    "abstract_algebra",
    "high_school_us_history",
    "college_computer_science",
    "moral_scenarios",
    "philosophy",
    "econometrics",
    "virology",
    "high_school_mathematics",
)

SYSTEM = "You are a careful assistant."

SHORT = (
    Row("arc_easy", 80),
    Row("hellaswag", 40),
    Row("winogrande", 80),
    Row("piqa", 60),
    Row("arc_challenge", 60),
    Row("openbookqa", 80),
    Row("boolq", 40),
    Row("truthfulqa_mc1", 40),
    Row("truthfulqa_mc2", 40),
    Row("lambada_openai", 60),
    Row("medqa_4options", 40),
    Row("medmcqa", 40),
    Row("pubmedqa", 40),
    Row("triviaqa", 40),
)

# Ordered so that an interrupted run has covered every kind of request early; long generations come late.
SMOLLM2 = (
    *SHORT,
    Row("race", 8),
    Row("mmlu_anatomy", 40, 5),
    Row("gsm8k", 8, 5),
    Row("wikitext", 2),
    # Chat template: plain questions, shots as turns, shots in one turn, a system message.
    Row("arc_easy", 40, 0, chat=True),
    Row("hellaswag", 40, 0, chat=True),
    Row("arc_easy", 40, 2, chat=True, system=SYSTEM),
    Row("mmlu_anatomy", 40, 5, chat=True),
    Row("winogrande", 40, 0, chat=True),
    Row("lambada_openai", 40, 0, chat=True),
    # A context too small for the request: left truncation, several rolling windows.
    Row("arc_easy", 40, 5, max_length=128),
    Row("wikitext", 2, max_length=512),
    Row("arc_challenge", 12, 25),
    Row("mmlu_professional_law", 40, 5),
    Row("truthfulqa_mc1", 40, 0, chat=True),
    Row("drop", 40),
    Row("gsm8k_cot", 8, 8),
    Row("gsm8k", 8, 5, chat=True),
    # Other shot counts.
    Row("arc_easy", 40, 5),
    Row("winogrande", 40, 5),
    Row("openbookqa", 40, 5),
    Row("piqa", 40, 3),
    Row("mmlu_anatomy", 40, 0),
    Row("hellaswag", 10, 10),
    Row("boolq", 16, 3),
    Row("lambada_openai", 20, 3),
    Row("medmcqa", 24, 3),
    Row("medqa_4options", 16, 3),
    Row("race", 4, 1),
    Row("triviaqa", 16, 5),
    Row("triviaqa", 8, 5, max_length=384),
    *(Row(f"mmlu_{subject}", 40, 5) for subject in MMLU_SUBJECTS if subject not in ("anatomy", "professional_law")),
    Row("arc_easy", 40, 2, system=SYSTEM),
    Row("mmlu_anatomy", 24, 5, chat=True, multiturn=False),
    Row("pubmedqa", 8, 2),
    Row("drop", 4, 2),
    Row("gsm8k", 8, 0),
    Row("triviaqa", 16, 3, chat=True),
)

# A vocabulary of 262,144 makes the reference's rows of logits large, so long prompts go one at a time.
GEMMA = (
    *SHORT,
    Row("race", 8, batch=1),
    Row("mmlu_anatomy", 40, 5, batch=2),
    Row("gsm8k", 8, 5, batch=4),
    Row("wikitext", 2, max_length=2048, batch=1),
    Row("drop", 40, batch=4),
    Row("gsm8k_cot", 8, 8, batch=4),
    Row("arc_challenge", 12, 25, batch=2),
    *(Row(f"mmlu_{subject}", 40, 5, batch=1) for subject in MMLU_SUBJECTS if subject != "anatomy"),
    Row("arc_easy", 40, 5),
    Row("winogrande", 40, 5),
    Row("hellaswag", 10, 10, batch=4),
    Row("arc_easy", 40, 5, max_length=128),
)

PLANS = {"smollm2-135m-instruct": SMOLLM2, "gemma-3-270m": GEMMA}
