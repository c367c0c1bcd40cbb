/** The frame of the help: its headings, the general options and the last lines. */
export const help = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  globalOptions: 'Global options:',
  commands: 'Commands:',
  defaultValue: (text: string, value: string) => `${text} (default: ${value})`,
  help: 'show this help',
  helpCommand: 'show the help of a command',
  version: 'show the version',
  description:
    'Which open large language model can stand in for ChatGPT? Evaluates open models on benchmarks with the numbers of lm-evaluation-harness, and turns blind votes on their answers into ratings.',
  footer: [
    'Files live in $UNDERSTUDY_HOME (~/.understudy), runs and votes there or in PostgreSQL ($UNDERSTUDY_DATABASE_URL). Data hub: $HF_ENDPOINT, $HF_TOKEN, $HF_HUB_OFFLINE.',
    'Keys, in the environment or a .env file: $OPENAI_API_KEY (address: $OPENAI_BASE_URL), $ANTHROPIC_API_KEY, $UNDERSTUDY_API_KEY for http://…',
    'Exit codes: 0 done, 1 failed, 2 wrong command line or config file, 130 stopped by Ctrl-C.',
  ],
};
