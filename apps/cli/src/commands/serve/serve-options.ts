import { z } from 'zod';
import { databaseOption } from '../../options/tables/database-option.js';
import { jsonOption } from '../../options/tables/json-option.js';
import { modelAndTaskOptions } from '../../options/tables/model-and-task-options.js';
import type { OptionTable } from '../../options/option.js';
import { texts, truth, whole } from '../../options/values/schemas.js';
import { chatOptions } from '../chat/chat-options.js';

const { systemInstruction, ...answerOptions } = chatOptions;

const MOST_PORT = 65_535;

/** Options of `understudy serve`. */
export const serveOptions = {
  host: {
    flag: 'host',
    arity: 'one',
    placeholder: 'address',
    schema: z.string().min(1).default('127.0.0.1'),
    expects: (messages) => messages.expects.address,
    text: 'host',
    group: 'server',
  },
  port: {
    flag: 'port',
    arity: 'one',
    placeholder: 'n',
    schema: whole(0).default(8080).pipe(z.number().max(MOST_PORT)),
    expects: (messages) => messages.expects.between(0, MOST_PORT),
    text: 'port',
    group: 'server',
  },
  database: databaseOption,
  requireKey: {
    flag: 'require-key',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'requireKey',
    group: 'server',
  },
  publicUrl: {
    flag: 'public-url',
    arity: 'one',
    placeholder: 'url',
    schema: z
      .url({ protocol: /^https?$/ })
      .transform((url) => new URL(url).origin)
      .optional(),
    expects: (messages) => messages.expects.webAddress,
    text: 'publicUrl',
    group: 'server',
  },
  trustProxy: {
    flag: 'trust-proxy',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'trustProxy',
    group: 'server',
  },
  open: {
    flag: 'open',
    arity: 'switch',
    schema: truth.default(false),
    expects: (messages) => messages.expects.truth,
    text: 'openBrowser',
    group: 'server',
  },
  json: jsonOption,
  model: { ...modelAndTaskOptions.model, schema: texts.default([]), text: 'serveModel' },
  systemInstruction,
  ...answerOptions,
} as const satisfies OptionTable;
