import { readFileSync } from "node:fs";

import ts from "typescript";

import type { Properties, PropertySchema, PropertyType } from "#emulators/wire/pulumi-provider";

/** Finds the interface that a reference such as `inputs.iam.PolicyDocument` names. */
export type FindInterface = (path: readonly string[]) => ts.InterfaceDeclaration | undefined;

const keywords = new Map<ts.SyntaxKind, PropertyType>([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.AnyKeyword, "any"],
]);

/** Parses a declaration file without resolving its imports, which would load the whole SDK. */
export function parseDeclarations(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
}

export function findInterface(
  container: ts.SourceFile | ts.ModuleBlock,
  path: readonly string[],
): ts.InterfaceDeclaration | undefined {
  const [name, ...rest] = path;
  for (const statement of container.statements) {
    if (rest.length === 0 && ts.isInterfaceDeclaration(statement) && statement.name.text === name) return statement;
    if (rest.length > 0 && ts.isModuleDeclaration(statement) && statement.name.text === name) {
      if (statement.body && ts.isModuleBlock(statement.body)) return findInterface(statement.body, rest);
    }
  }
  return undefined;
}

export function findClass(file: ts.SourceFile, name: string): ts.ClassDeclaration | undefined {
  return file.statements.find(
    (statement): statement is ts.ClassDeclaration => ts.isClassDeclaration(statement) && statement.name?.text === name,
  );
}

/** The instance members of a resource class, or the members of an interface, as property schemas. */
export function propertiesOf(
  declaration: ts.InterfaceDeclaration | ts.ClassDeclaration,
  find: FindInterface,
): Properties {
  const properties: Record<string, PropertySchema> = {};
  for (const member of declaration.members) {
    if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) continue;
    if (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) continue;
    if (member.type === undefined || !ts.isIdentifier(member.name)) throw unreadable(member);
    const optional = member.questionToken !== undefined || allowsUndefined(member.type);
    properties[member.name.text] = {
      type: typeOf(member.type, find),
      ...(optional ? {} : { required: true as const }),
    };
  }
  return properties;
}

function typeOf(node: ts.TypeNode, find: FindInterface): PropertyType {
  const keyword = keywords.get(node.kind);
  if (keyword !== undefined) return keyword;
  if (ts.isArrayTypeNode(node)) return { list: typeOf(node.elementType, find) };
  if (ts.isParenthesizedTypeNode(node)) return typeOf(node.type, find);
  if (ts.isUnionTypeNode(node)) return unionOf(node, find);
  if (ts.isTypeLiteralNode(node)) return mapOf(node, find);
  if (ts.isTypeReferenceNode(node)) return referenceOf(node, find);
  throw unreadable(node);
}

function unionOf(node: ts.UnionTypeNode, find: FindInterface): PropertyType {
  const members = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
  const types = members.map((type) => typeOf(type, find));
  const distinct = types.filter((type, index) => types.indexOf(type) === index);
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined ? only : { anyOf: distinct };
}

function mapOf(node: ts.TypeLiteralNode, find: FindInterface): PropertyType {
  const [member] = node.members;
  if (node.members.length !== 1 || member === undefined || !ts.isIndexSignatureDeclaration(member)) {
    throw unreadable(node);
  }
  return { map: typeOf(member.type, find) };
}

function referenceOf(node: ts.TypeReferenceNode, find: FindInterface): PropertyType {
  const path = node.typeName.getText().split(".");
  const [argument] = node.typeArguments ?? [];
  if (path[0] === "pulumi" && argument !== undefined) return typeOf(argument, find);
  if (path[0] === "enums") return "string";
  if (path[0] === "inputs" || path[0] === "outputs") {
    const declaration = find(path);
    if (declaration === undefined) throw unreadable(node);
    return { object: propertiesOf(declaration, find) };
  }
  // A resource, such as the Role of a RolePolicy: it is sent as a reference and stands for its id.
  if (path.length === 1 && importedFrom(node.getSourceFile(), path[0]) === "./index") return "string";
  throw unreadable(node);
}

function importedFrom(file: ts.SourceFile, name: string | undefined): string | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings && ts.isNamedImports(bindings) && bindings.elements.some((element) => element.name.text === name)) {
      return statement.moduleSpecifier.text;
    }
  }
  return undefined;
}

function allowsUndefined(node: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(node)) return node.types.some((type) => type.kind === ts.SyntaxKind.UndefinedKeyword);
  if (ts.isTypeReferenceNode(node) && node.typeName.getText().startsWith("pulumi.")) {
    return node.typeArguments?.some(allowsUndefined) ?? false;
  }
  return false;
}

function unreadable(node: ts.Node): Error {
  return new Error(`${node.getSourceFile().fileName}: no reading for \`${node.getText()}\``);
}
