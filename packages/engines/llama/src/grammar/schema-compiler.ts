import { isDeepStrictEqual } from 'node:util';
import { arrayExpression } from './array-expression.js';
import { areDisjoint } from './disjoint-schemas.js';
import { jsonLiteral, oneOf } from './gbnf.js';
import { mergeSchemas } from './merge-schemas.js';
import { numberExpression } from './number-expression.js';
import { objectExpression } from './object-expression.js';
import { PRIMITIVES } from './primitives.js';
import {
  listOf,
  readSchema,
  typeOfValue,
  typesByKeywords,
  typesOf,
  type SchemaNode,
  type SchemaType,
} from './schema.js';
import { schemaError, type SchemaPath } from './schema-error.js';
import { SchemaResolver } from './schema-resolver.js';
import { stringExpression } from './string-expression.js';

/** Rules inside of one another; a schema that refers to itself beside other keywords would never end. */
const DEEPEST = 100;

/** Makes the rules of a JSON schema. Each schema becomes a rule, so that one that refers to itself ends in its own name. */
export class SchemaCompiler {
  readonly #root: unknown;
  readonly #rules = new Map<string, string>();
  /** Rules by the pointer that refers to them. */
  readonly #referred = new Map<string, string>();
  readonly #resolver: SchemaResolver;
  #depth = 0;

  constructor(root: unknown) {
    this.#root = root;
    this.#resolver = new SchemaResolver(root);
  }

  /** The grammar of the whole schema. */
  compile(): string {
    const name = this.rule(this.#root, []);
    const rules = [...this.#rules].map(([rule, body]) => `${rule} ::= ${body}`);
    return [`root ::= ${name}`, ...rules, ...PRIMITIVES, ''].join('\n');
  }

  /** The name of a rule for a schema. */
  rule(value: unknown, path: SchemaPath): string {
    const node = readSchema(value, path);
    const { $ref: reference, allOf } = node.schema;
    const isAlone = Object.keys(node.schema).length === 1;
    if (isAlone && typeof reference === 'string') return this.#referredRule(node, reference);
    if (isAlone && Array.isArray(allOf) && allOf.length === 1) return this.rule(allOf[0], [...path, 'allOf', 0]);
    return this.#add(path, () => this.#expression(node));
  }

  #add(path: SchemaPath, body: (name: string) => string): string {
    if (this.#depth === DEEPEST)
      throw schemaError(path, 'it is nested too deeply, or refers to itself beside other keywords');
    const name = `rule-${this.#rules.size}`;
    this.#depth += 1;
    this.#rules.set(name, '');
    this.#rules.set(name, body(name));
    this.#depth -= 1;
    return name;
  }

  #referredRule(node: SchemaNode, reference: string): string {
    const known = this.#referred.get(reference);
    if (known !== undefined) return known;
    const target = this.#resolver.resolve(node, reference);
    return this.#add(node.path, (name) => {
      this.#referred.set(reference, name);
      return this.#expression(target);
    });
  }

  #expression(given: SchemaNode): string {
    const node = this.#resolver.flat(given);
    const { anyOf, oneOf: exactlyOne, ...rest } = node.schema;
    if (anyOf !== undefined && exactlyOne !== undefined)
      throw schemaError(node.path, 'anyOf and oneOf cannot stand together');
    if (anyOf === undefined && exactlyOne === undefined) return this.#values(node);
    const keyword = anyOf === undefined ? 'oneOf' : 'anyOf';
    const own = { schema: rest, path: node.path };
    const alternatives = listOf(node, keyword).map((option, index) => ({
      option,
      path: [...node.path, keyword, index],
    }));
    const options = alternatives.map(({ option, path }) =>
      mergeSchemas(own, this.#resolver.flat(readSchema(option, path))),
    );
    if (keyword === 'oneOf') refuseOverlap(options, node.path);
    // An option that only refers to a schema keeps its name, so that it may refer to itself.
    if (Object.keys(rest).length === 0) return oneOf(alternatives.map(({ option, path }) => this.rule(option, path)));
    return oneOf(options.map((option) => this.#add(option.path, () => this.#expression(option))));
  }

  #values(node: SchemaNode): string {
    const { const: constant, enum: several } = node.schema;
    const types = typesOf(node);
    if (constant === undefined && several === undefined) {
      return oneOf((types ?? typesByKeywords(node)).map((type) => this.#typed(type, node)));
    }
    const values = several === undefined ? [constant] : listOf(node, 'enum');
    const fitting = values.filter(
      (value) =>
        (types === undefined || fits(value, types)) && (constant === undefined || isDeepStrictEqual(value, constant)),
    );
    const other = Object.keys(node.schema).find((keyword) => !['type', 'enum', 'const'].includes(keyword));
    if (other !== undefined) throw schemaError([...node.path, other], 'it cannot stand beside enum or const');
    if (fitting.length === 0) throw schemaError(node.path, 'it allows no value');
    return oneOf(fitting.map((value) => jsonLiteral(value)));
  }

  #typed(type: SchemaType, node: SchemaNode): string {
    switch (type) {
      case 'object':
        return objectExpression(node, (schema, path) => this.rule(schema, path));
      case 'array':
        return arrayExpression(node, (schema, path) => this.rule(schema, path));
      case 'string':
        return stringExpression(node);
      case 'number':
      case 'integer':
        return numberExpression(node, type);
      case 'boolean':
        return '("true" | "false")';
      case 'null':
        return '"null"';
      default:
        return type satisfies never;
    }
  }
}

function fits(value: unknown, types: readonly SchemaType[]): boolean {
  const type = typeOfValue(value);
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

function refuseOverlap(options: readonly SchemaNode[], path: SchemaPath): void {
  for (const [index, option] of options.entries()) {
    const other = options.findIndex((one, place) => place > index && !areDisjoint(option, one));
    if (other >= 0) throw schemaError([...path, 'oneOf'], `a value could fit both ${index} and ${other}; use anyOf`);
  }
}
