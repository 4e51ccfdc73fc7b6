import { TARGET_KEYS } from '../form/form.ts';
import type { CellName } from './cell-path.ts';

/** A finding as the page receives it. */
export interface FindingName {
  code: string;
  line: number;
  column: number;
}

/** All that the page can ask for. */
export type Operation =
  /** `key`: under which of the keys of a target the text is to be. */
  | { kind: 'set'; cell: CellName; text: string; key: string | null }
  | { kind: 'add-row' | 'duplicate-row' | 'remove-row'; cell: CellName }
  /** To a place among the rows of a group without itself; the group may be new. */
  | { kind: 'move-row'; cell: CellName; level1: string; level2: string; index: number }
  | { kind: 'add-group'; level1: string; level2: string }
  | { kind: 'fix'; finding: FindingName }
  /** Every remedy of one rule. */
  | { kind: 'fix-all'; code: string }
  | { kind: 'suppress'; finding: FindingName; reason: string }
  /** File and 项目名称. */
  | { kind: 'rename'; name: string };

export interface EditRequest {
  /** What the page showed, as `revisionOf` names it. */
  revision: string;
  operation: Operation;
}

/** Longer than any text that a source may hold. */
const LONGEST = 20_000;

/** Reads what came from a page; null for whatever is not in the list. Only own properties count. */
export function readRequest(json: unknown): EditRequest | null {
  const request = asRecord(json);
  const operation = request && readOperation(asRecord(request.operation));
  const revision = request && asText(request.revision);
  return operation && revision ? { revision, operation } : null;
}

type Json = Record<string, unknown>;

function readOperation(json: Json | null): Operation | null {
  if (json === null) return null;
  const cell = readCell(asRecord(json.cell));
  const [level1, level2] = [asText(json.level1), asText(json.level2)];
  const finding = readFinding(asRecord(json.finding));
  switch (json.kind) {
    case 'set': {
      const text = asText(json.text);
      const key = json.key === undefined || json.key === null ? null : asText(json.key);
      const isKnown = key === null || TARGET_KEYS.some((known) => known === key);
      return cell && text !== null && isKnown ? { kind: 'set', cell, text, key } : null;
    }
    case 'add-row':
    case 'duplicate-row':
    case 'remove-row':
      return cell && { kind: json.kind, cell };
    case 'move-row': {
      const index = asIndex(json.index);
      if (cell === null || level1 === null || level2 === null || index === null) return null;
      return { kind: 'move-row', cell, level1, level2, index };
    }
    case 'add-group':
      return level1 !== null && level2 !== null ? { kind: 'add-group', level1, level2 } : null;
    case 'fix':
      return finding && { kind: 'fix', finding };
    case 'fix-all': {
      const code = asText(json.code);
      return code === null ? null : { kind: 'fix-all', code };
    }
    case 'suppress': {
      const reason = asText(json.reason);
      return finding && reason !== null ? { kind: 'suppress', finding, reason } : null;
    }
    case 'rename': {
      const name = asText(json.name);
      return name === null ? null : { kind: 'rename', name };
    }
    default:
      return null;
  }
}

function readCell(json: Json | null): CellName | null {
  if (json === null) return null;
  const field = asText(json.field);
  const row = json.row === null ? null : asIndex(json.row);
  return field === null || (json.row !== null && row === null) ? null : { row, field };
}

function readFinding(json: Json | null): FindingName | null {
  if (json === null) return null;
  const [code, line, column] = [asText(json.code), asIndex(json.line), asIndex(json.column)];
  return code === null || line === null || column === null ? null : { code, line, column };
}

/** Without a prototype: what is not in the JSON is not there. */
export function asRecord(json: unknown): Json | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  return Object.assign(Object.create(null), json);
}

export function asText(json: unknown): string | null {
  return typeof json === 'string' && json.length <= LONGEST ? json : null;
}

export function asIndex(json: unknown): number | null {
  return typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 ? json : null;
}
