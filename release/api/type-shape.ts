// Describes what an entry point exports, by what its types come to: another name for a type that is not exported
// makes no difference, another member does.

import { relative } from 'node:path';
import ts from 'typescript';
import type { Facts } from './shape.ts';

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

const noCut = ts.TypeFormatFlags.NoTruncation;

export class TypeShapes {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  /** What the package exports by name. Any other type of its own is written out. */
  readonly #named = new Set<ts.Symbol>();
  /** The types that are being written out: one of them that is in itself is named. */
  readonly #open: ts.Type[] = [];

  constructor(paths: readonly string[]) {
    this.#program = ts.createProgram([...paths], options);
    this.#checker = this.#program.getTypeChecker();
    for (const path of paths) {
      for (const symbol of this.#exports(path).values()) this.#named.add(symbol);
    }
  }

  /** Each export of the file, and each of its members. */
  exportsOf(path: string, isLeftOut: (name: string) => boolean = () => false): Facts {
    const facts = new Map<string, string>();
    for (const [name, symbol] of this.#exports(path)) {
      if (!isLeftOut(name)) this.#describe(name, symbol, facts);
    }
    return Object.fromEntries(facts);
  }

  /** The members of an exported class that are neither private nor inherited from a package. */
  membersOf(path: string, name: string): ReadonlyMap<string, string> {
    const found = this.#exports(path).get(name);
    if (!found) throw new Error(`${path} does not export ${name}.`);
    const members = this.#publicProperties(this.#checker.getDeclaredTypeOfSymbol(found));
    return new Map(members.map((each) => [each.name, this.#member(each)]));
  }

  #exports(path: string): ReadonlyMap<string, ts.Symbol> {
    const file = this.#program.getSourceFile(path);
    if (!file) throw new Error(`There is no ${path}: run npm run build.`);
    const module = this.#checker.getSymbolAtLocation(file);
    const symbols = module ? this.#checker.getExportsOfModule(module) : [];
    return new Map(symbols.map((each) => [each.name, this.#aliased(each)]));
  }

  #aliased(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #describe(name: string, symbol: ts.Symbol, facts: Map<string, string>): void {
    const isType = symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface);
    if (symbol.flags & ts.SymbolFlags.Value) this.#describeValue(name, symbol, facts);
    if (!isType && !(symbol.flags & ts.SymbolFlags.TypeAlias)) return;
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    if (!facts.has(name)) facts.set(name, 'type');
    this.#open.push(type);
    this.#flatten(name, type, facts);
    this.#open.pop();
  }

  #describeValue(name: string, symbol: ts.Symbol, facts: Map<string, string>): void {
    const type = this.#typeOf(symbol);
    const made = type.getConstructSignatures().map((each) => this.#signature(each, name));
    if (made.length > 0) {
      facts.set(name, `class new ${made.join('; new ')}`);
    } else if (this.#checker.isTupleType(type)) {
      facts.set(name, 'list');
      const items = this.#checker.getTypeArguments(type as ts.TypeReference);
      for (const each of items) facts.set(`${name}: ${this.#plain(each)}`, 'is in the list');
    } else {
      facts.set(name, this.#write(type));
    }
  }

  /** A fact for each member, so that one more is told from one that has changed. */
  #flatten(path: string, type: ts.Type, facts: Map<string, string>): void {
    if (type.isUnion() && type.types.every((each) => each.isLiteral())) {
      for (const each of type.types) facts.set(`${path}: ${this.#plain(each)}`, 'may be');
      return;
    }
    const properties = this.#publicProperties(type);
    const isObject = properties.length > 0 && !type.isUnion() && !isFunction(type);
    if (!isObject) {
      if (!facts.get(path)?.startsWith('class')) facts.set(path, this.#writeOut(type));
      return;
    }
    for (const each of properties) {
      const member = `${path}.${each.name}`;
      const own = this.#withoutUndefined(each);
      facts.set(member, this.#member(each));
      if (!this.#isAnonymousObject(own)) continue;
      facts.set(member, `${mark(each)}object`);
      this.#flatten(member, own, facts);
    }
  }

  #withoutUndefined(symbol: ts.Symbol): ts.Type {
    const type = this.#typeOf(symbol);
    const rest = type.isUnion() ? type.types.filter((each) => !isUndefined(each)) : [];
    return rest.length === 1 ? (rest[0] ?? type) : type;
  }

  #isAnonymousObject(type: ts.Type): boolean {
    const isNamed = type.aliasSymbol !== undefined && this.#named.has(type.aliasSymbol);
    const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    return (
      isObject &&
      !isNamed &&
      this.#isWrittenOut(type) &&
      this.#publicProperties(type).length > 0 &&
      !isFunction(type)
    );
  }

  #member(symbol: ts.Symbol): string {
    return `${mark(symbol)}${this.#typeText(symbol)}`;
  }

  /** An exported name where the source has one: what that name stands for is a fact of its own. */
  #typeText(symbol: ts.Symbol): string {
    const type = this.#typeOf(symbol);
    const node = nodeOf(symbol);
    const declared = node && this.#checker.getTypeFromTypeNode(node);
    const isAsDeclared = declared === type || declared === this.#checker.getNonNullableType(type);
    return (node && isAsDeclared && this.#nameIn(node)) || this.#write(type);
  }

  #nameIn(node: ts.TypeNode): string | undefined {
    if (ts.isTypeReferenceNode(node)) {
      const symbol = this.#checker.getSymbolAtLocation(node.typeName);
      return symbol && this.#named.has(this.#aliased(symbol)) ? textOf(node) : undefined;
    }
    if (ts.isIndexedAccessTypeNode(node)) return this.#nameIn(node.objectType) && textOf(node);
    if (!ts.isUnionTypeNode(node)) return undefined;
    const names = node.types.map((each) => this.#nameIn(each));
    if (names.every((each) => each === undefined)) return undefined;
    return node.types
      .map((each, index) => names[index] ?? this.#write(this.#checker.getTypeFromTypeNode(each)))
      .sort()
      .join(' | ');
  }

  #typeOf(symbol: ts.Symbol): ts.Type {
    return this.#checker.getTypeOfSymbol(symbol);
  }

  /** Of a class, without those that it inherits from a package. */
  #publicProperties(type: ts.Type): ts.Symbol[] {
    const mayInherit = type.isClassOrInterface();
    return this.#checker.getPropertiesOfType(type).filter((each) => {
      const [declared] = each.declarations ?? [];
      if (!declared) return true;
      const modifiers = ts.getCombinedModifierFlags(declared);
      const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
      if (modifiers & hidden || each.name.startsWith('__#')) return false;
      return !mayInherit || isOwn(declared);
    });
  }

  #write(type: ts.Type): string {
    const alias = type.aliasSymbol;
    if (alias && this.#named.has(alias)) return this.#plain(type);
    if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) return this.#union(type);
    return this.#isWrittenOut(type) ? this.#writeOut(type) : this.#plain(type);
  }

  /** The compiler's order of a union depends on what else it has read. */
  #union(type: ts.UnionType): string {
    const isBoolean = (each: ts.Type) => (each.flags & ts.TypeFlags.BooleanLiteral) !== 0;
    const booleans = type.types.filter(isBoolean);
    const rest = type.types.filter((each) => booleans.length < 2 || !isBoolean(each));
    const written = rest.map((each) => {
      const text = this.#write(each);
      return isFunction(each) ? `(${text})` : text;
    });
    return [...written, ...(booleans.length === 2 ? ['boolean'] : [])].sort().join(' | ');
  }

  #writeOut(type: ts.Type): string {
    const signatures = type.getCallSignatures();
    if (type.isUnion()) return this.#union(type);
    this.#open.push(type);
    try {
      if (signatures.length > 0) {
        return signatures.map((each) => this.#signature(each)).join('; ');
      }
      const members = this.#publicProperties(type).map(
        (each) => `${each.name}: ${this.#member(each)}`,
      );
      const isMap = this.#checker.getIndexInfosOfType(type).length > 0;
      return members.length === 0 || isMap ? this.#plain(type) : `{ ${members.join('; ')} }`;
    } finally {
      this.#open.pop();
    }
  }

  #signature(signature: ts.Signature, result?: string): string {
    const parameters = signature.parameters.map((each) => {
      const declared = each.valueDeclaration;
      const isOptional =
        declared !== undefined &&
        ts.isParameter(declared) &&
        (declared.questionToken !== undefined || declared.initializer !== undefined);
      return `${each.name}${isOptional ? '?' : ''}: ${this.#typeText(each)}`;
    });
    return `(${parameters.join(', ')}) => ${result ?? this.#write(signature.getReturnType())}`;
  }

  /** A type of this package that a site cannot name: what matters is what it holds. */
  #isWrittenOut(type: ts.Type): boolean {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    if (this.#open.includes(type) || (symbol && this.#named.has(symbol))) return false;
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return false;
    // `Partial`, `Pick` and the like say enough of what has a name, and too little of anything else.
    const of = type.aliasTypeArguments ?? [];
    if (of.some((each) => !this.#isNamed(each))) return true;
    const declarations = [symbol, type.getSymbol()].flatMap((each) => each?.declarations ?? []);
    return declarations.length === 0 || declarations.some(isOwn);
  }

  #isNamed({ aliasSymbol, symbol }: ts.Type): boolean {
    return [aliasSymbol, symbol].some((each) => each !== undefined && this.#named.has(each));
  }

  #plain(type: ts.Type): string {
    return this.#checker.typeToString(type, undefined, noCut).replaceAll(/\s+/g, ' ');
  }
}

function nodeOf(symbol: ts.Symbol): ts.TypeNode | undefined {
  const [declared] = symbol.declarations ?? [];
  if (!declared) return undefined;
  const isTyped =
    ts.isPropertySignature(declared) ||
    ts.isPropertyDeclaration(declared) ||
    ts.isParameter(declared) ||
    ts.isGetAccessor(declared);
  return isTyped ? declared.type : undefined;
}

function textOf(node: ts.Node): string {
  return node.getText().replaceAll(/\s+/g, ' ');
}

function mark(symbol: ts.Symbol): string {
  const [declared] = symbol.declarations ?? [];
  const modifiers = declared ? ts.getCombinedModifierFlags(declared) : 0;
  const isGetter = symbol.flags & ts.SymbolFlags.GetAccessor;
  const isReadonly = modifiers & ts.ModifierFlags.Readonly || isGetter;
  return `${symbol.flags & ts.SymbolFlags.Optional ? 'optional ' : ''}${isReadonly ? 'read-only ' : ''}`;
}

function isUndefined(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Undefined) !== 0;
}

function isFunction(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0;
}

function isOwn(declaration: ts.Declaration): boolean {
  const path = relative('.', declaration.getSourceFile().fileName);
  return !path.startsWith('..') && !path.includes('node_modules');
}
