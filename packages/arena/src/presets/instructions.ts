/** What annotators of a study read first when its author writes nothing else: Markdown by language. */
export const DEFAULT_INSTRUCTIONS: Readonly<Record<string, string>> = {
  en: `# Which answer is better?

You see a question and two answers, **A** and **B**. You are not told which models wrote them.

1. Read the question and both answers to the end.
2. Ask, in this order: Is it **correct**? Does it do **what was asked**? Is it **clear**? Is anything in it **harmful or misleading**?
3. Choose **A**, **B**, **tie** (equally good) or **both bad** (neither may stand).

- Longer is not better. Neither is prettier formatting.
- Check facts and sums where you can; do not ask another chatbot.
- Skip what you cannot judge, for example a language or a field that you do not know.
`,
  'zh-CN': `# 哪个回答更好？

你会看到一个问题和两个回答 **A** 与 **B**，不会告诉你它们出自哪个模型。

1. 把问题和两个回答都读完。
2. 依次考虑：是否**正确**？是否**做到了要求的事**？是否**清楚**？有没有**有害或误导**的内容？
3. 选择 **A**、**B**、**平局**（一样好）或**都不好**（两个都不可取）。

- 更长并不等于更好，排版漂亮也不等于更好。
- 能核对的事实和计算请核对；不要去问别的聊天机器人。
- 无法判断的请跳过，例如不懂的语言或领域。
`,
};
