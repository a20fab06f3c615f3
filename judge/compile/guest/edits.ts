import type { BinaryExpression, CallExpression, Node, NodeArray, SourceFile } from 'typescript/unstable/ast';
import { SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isIdentifier,
  isIfStatement,
  isImportDeclaration,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isThrowStatement,
} from 'typescript/unstable/ast/is';
import type { Edit } from '../wire.ts';
import { walkTree } from './syntax.ts';

/** What is written in place of an operator; of an assignment what it is without its `=`. */
const operators: Record<string, string[]> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['>>'],
  '&': ['|'],
  '|': ['&'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/=', '='],
  '/=': ['*=', '='],
};

/** Functions and methods that are taken for one another. */
const names: Record<string, string> = {
  floor: 'ceil',
  ceil: 'floor',
  round: 'floor',
  trunc: 'floor',
  min: 'max',
  max: 'min',
  every: 'some',
  some: 'every',
  less: 'lessEqual',
  lessEqual: 'less',
  greater: 'greaterEqual',
  greaterEqual: 'greater',
  sum: 'mean',
  mean: 'sum',
  add: 'sub',
  sub: 'add',
  mul: 'div',
  div: 'mul',
};

/** Functions of `Math` and of TensorFlow.js that answer the same for their arguments in any order. */
const symmetric = new Set([
  'Math.min',
  'Math.max',
  'Math.hypot',
  'tf.minimum',
  'tf.maximum',
  'tf.add',
  'tf.mul',
]);

/** Functions of one number that are easily left out. */
const oftenForgotten = new Set(['abs', 'round', 'floor', 'ceil', 'trunc', 'sqrt', 'fround', 'exp', 'log']);

const signs = new Set<SyntaxKind>([SyntaxKind.MinusToken, SyntaxKind.ExclamationToken]);

const droppedStatements = new Set<SyntaxKind>([
  SyntaxKind.ExpressionStatement,
  SyntaxKind.ThrowStatement,
  SyntaxKind.BreakStatement,
  SyntaxKind.ContinueStatement,
]);

/** All that a slip of the hand or of the mind could have changed in a source; `file` is what is left of it without its types. */
export function editsOf(file: SourceFile, source: string): Edit[] {
  const edits: Edit[] = [];
  const textOf = (node: Node) => source.slice(node.getStart(file), node.end);
  const replace = (node: Node, text: string, change = `${textOf(node)} → ${text}`) =>
    edits.push({ start: node.getStart(file), end: node.end, text, change: inOneLine(change) });

  function visit(node: Node): 'enter' | 'skip' {
    if (isImportDeclaration(node)) return 'skip';
    if (droppedStatements.has(node.kind)) replace(node, ';', `drop ${textOf(node)}`);
    // What an error says is no matter of right and wrong.
    if (isThrowStatement(node)) return 'skip';
    visitLiteral(node);
    visitOperation(node);
    if (isIfStatement(node)) decide(node.expression);
    if (isConditionalExpression(node)) decide(node.condition);
    if (isCallExpression(node)) visitCall(node);
    return 'enter';
  }

  function decide(condition: Node): void {
    for (const outcome of ['true', 'false']) replace(condition, outcome);
  }

  function visitLiteral(node: Node): void {
    if (node.kind === SyntaxKind.TrueKeyword) replace(node, 'false');
    if (node.kind === SyntaxKind.FalseKeyword) replace(node, 'true');
    const number = node.kind === SyntaxKind.NumericLiteral || node.kind === SyntaxKind.BigIntLiteral;
    if (number && !isFallback(node)) for (const text of neighbours(textOf(node))) replace(node, text);
  }

  function visitOperation(node: Node): void {
    if (isPrefixUnaryExpression(node) && signs.has(node.operator)) replace(node, textOf(node.operand));
    if (isBinaryExpression(node)) visitBinary(node);
  }

  function visitBinary(node: BinaryExpression): void {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    const operator = textOf(node.operatorToken);
    for (const other of operators[operator] ?? []) replace(node.operatorToken, other);
    if (operator === '&&' || operator === '||') {
      replace(node.operatorToken, operator === '&&' ? '||' : '&&');
      replace(node, left);
    }
    if (['&&', '||', '??'].includes(operator)) replace(node, right);
  }

  function visitCall({ expression, arguments: given }: CallExpression): void {
    const callee = isPropertyAccessExpression(expression) ? expression.name : expression;
    const name = isIdentifier(callee) ? textOf(callee) : '';
    const other = Object.hasOwn(names, name) ? names[name] : undefined;
    if (other !== undefined) replace(callee, other);
    const [only, second] = given;
    if (only && !second && oftenForgotten.has(name)) {
      const call = only.parent;
      replace(call, `(${textOf(only)})`);
    }
    if (!symmetric.has(textOf(expression))) swapArguments(given);
  }

  function swapArguments(given: NodeArray<Node>): void {
    for (const [i, node] of given.entries()) {
      const next = given[i + 1];
      if (!next) return;
      const [first, second] = [textOf(node), textOf(next)];
      if (first === second) continue;
      const [start, end] = [node.getStart(file), next.end];
      const between = source.slice(node.end, next.getStart(file));
      const text = `${second}${between}${first}`;
      edits.push({ start, end, text, change: inOneLine(`swap ${first} and ${second}`) });
    }
  }

  walkTree(file, visit);
  return edits;
}

/** `values[i] ?? 0`: written for the type checker, and never reached. */
function isFallback(node: Node): boolean {
  const { parent } = node;
  return (
    isBinaryExpression(parent) &&
    parent.operatorToken.kind === SyntaxKind.QuestionQuestionToken &&
    parent.right === node &&
    isElementAccessExpression(parent.left)
  );
}

function neighbours(literal: string): string[] {
  const big = literal.endsWith('n');
  const value = Number(literal.replaceAll('_', '').replace(/n$/, ''));
  if (!Number.isSafeInteger(value)) return [`(${literal} * 2)`];
  return [value + 1, value - 1].filter((near) => near >= 0).map((near) => `${near}${big ? 'n' : ''}`);
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
