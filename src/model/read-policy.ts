import { describe, elementsOf, opened, type Report } from './elements.js'
import type { Variant } from './key.js'
import { scalarText, type Member, type Node } from './node.js'
import { reportSize, reportTexts } from './policy-limits.js'
import { readStatement, unknownStatement } from './read-statement.js'
import type { Defect, PolicyDocument, Statement } from './statement.js'
import { literal, print, type Text } from './text.js'

const documentElements = ['Version', 'Id', 'Statement']

const reportDuplicateSids = (statements: readonly Statement[], defects: Defect[]): void => {
  const first = new Map<string, number>()
  for (const { sid, index, location } of statements) {
    const value = sid && literal(sid)
    if (sid === undefined || value === undefined || value === '') continue
    const before = first.get(value)
    if (before === undefined) first.set(value, index)
    else {
      const message = `the Sid ${print(sid)} is that of statement ${String(before + 1)} too`
      defects.push({ message, severity: 'warning', statement: index, location })
    }
  }
}

const readVersion = (member: Member | undefined, report: Report): Text | undefined => {
  if (member === undefined) return undefined
  const t = scalarText(member.value)
  if (t === undefined || member.value.kind === 'boolean') {
    report(`Version is ${describe[member.value.kind]} where a string belongs`, member.location)
  }
  return t
}

/**
 * Reads a policy document. Whatever is wrong with it becomes a defect; every statement that can be read is read.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
export const readPolicy = (written: Node): PolicyDocument => {
  const document = opened(written)
  const defects: Defect[] = []
  const reporter =
    (statement: number | undefined): Report =>
    (message, location, severity = 'error') => {
      defects.push({ message, severity, statement, location })
    }
  const report = reporter(undefined)
  const base = { defects, location: document.location, version: undefined, versionLocation: document.location }
  if (document.kind === 'hole') return { statements: [unknownStatement(0, document, document.hole)], ...base }
  if (document.kind !== 'object') {
    report(`the policy is ${describe[document.kind]} where an object belongs`, document.location)
    return { statements: [], ...base }
  }
  const { byName: elements, more } = elementsOf(document, documentElements, 'the policy', report)
  const version = elements.get('Version')
  const member = elements.get('Statement')
  const [hole] = more
  if (member === undefined && hole) return { statements: [unknownStatement(0, document, hole)], ...base }
  if (member === undefined) report('the policy has no Statement', document.location)
  const nodes = member === undefined ? [] : member.value.kind === 'list' ? member.value.items : [member.value]
  if (member && nodes.length === 0) report('Statement is an empty list', member.location)
  const statements = nodes.flatMap((node, index) => readStatement(node, index, reporter(index)) ?? [])
  reportDuplicateSids(statements, defects)
  nodes.forEach((node, index) => {
    reportTexts(node, reporter(index))
  })
  for (const { key, value } of document.members) if (literal(key) !== 'Statement') reportTexts(value, report)
  reportSize(document, report)
  return {
    statements,
    ...base,
    version: version || !hole ? readVersion(version, report) : [hole],
    versionLocation: version?.location ?? document.location,
  }
}

/** What the document of a variant says: read before, or now. */
export const documentOf = ({ read, document }: Variant): PolicyDocument => read ?? readPolicy(document)
