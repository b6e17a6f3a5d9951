import { createHash } from 'node:crypto'
import { whenOneOf } from '../model/decision.js'
import type { Key, Variant } from '../model/key.js'
import type { Location } from '../model/location.js'
import { severities, type Finding, type Severity } from '../model/report.js'
import type { Rule, Subject } from './rule.js'
import { enumerate } from './template.js'

/** A subject that breaks a rule. */
export interface Breach {
  readonly rule: Rule
  readonly key: Key
  /** The position of the key among those that were judged. */
  readonly order: number
  readonly subject: Subject
  readonly severity: Severity
  readonly message: string
  readonly fix: () => string
  readonly location: Location
}

/** Breaches that are one to the reader; never empty. */
type Group = [Breach, ...Breach[]]

/** Puts each breach with the first group of its identity that it may join. */
const groupBy = <T>(
  items: Iterable<T>,
  identity: (item: T) => unknown,
  mayJoin: (group: readonly T[], item: T) => boolean,
): [T, ...T[]][] => {
  const found = new Map<string, [T, ...T[]][]>()
  const inOrder: [T, ...T[]][] = []
  for (const item of items) {
    const key = JSON.stringify(identity(item))
    const groups = found.get(key) ?? []
    found.set(key, groups)
    const group = groups.find(group => mayJoin(group, item))
    if (group) group.push(item)
    else {
      const made: [T, ...T[]] = [item]
      groups.push(made)
      inOrder.push(made)
    }
  }
  return inOrder
}

/** An address without the keys of instances: `module.a["x"].aws_kms_key.this[0]` is an instance of `module.a.aws_kms_key.this`. */
const withoutInstances = (address: string): string => address.replace(/\[(?:\d+|"(?:\\.|[^"\\])*")\]/g, '')

/** The principals of one statement may share a finding; its conditions are at issue one by one. */
const partOf = ({ rule, subject }: Breach): string | undefined =>
  rule.each === 'permission' ? undefined : subject.part

/** The same message on the same statement of one key: for several principals, or in several variants. */
const withinKey = (breaches: readonly Breach[]): Group[] =>
  groupBy(
    breaches,
    breach => {
      const { rule, order, subject, severity, message } = breach
      return [rule.id, order, severity, message, subject.location, subject.statement?.sid, partOf(breach)]
    },
    (group, { subject }) =>
      !group.some(
        one => one.subject.variant === subject.variant && one.subject.statement?.index !== subject.statement?.index,
      ),
  )

/** What a message says of its principal; undefined where it does not begin with one that others may stand beside. */
const saidOfPart = ({ rule, subject: { part, kin }, message }: Breach): string | undefined =>
  rule.each === 'permission' && part !== undefined && kin && message.startsWith(`${part} `)
    ? message.slice(part.length)
    : undefined

/** As a reader comes upon them, whatever order AWS or Terraform puts them in. */
const inReadingOrder = ([a]: Group, [b]: Group): number =>
  (a.location.line ?? 0) - (b.location.line ?? 0) ||
  (a.location.column ?? 0) - (b.location.column ?? 0) ||
  ((a.subject.part ?? '') < (b.subject.part ?? '') ? -1 : 1)

const asOne = (groups: readonly [Group, ...Group[]]): Group => {
  const inOrder = [...groups].sort(inReadingOrder)
  const [breach, ...others] = inOrder.flat()
  if (groups.length === 1 || !breach) return groups[0]
  const parts = inOrder.map(([{ subject }]) => subject.part ?? '')
  return [{ ...breach, message: `${enumerate(parts)}${saidOfPart(breach) ?? ''}` }, ...others]
}

/** What is said of several principals of a statement that are mended in the same way, in the same variants, as one. */
const acrossParts = (groups: readonly Group[]): Group[] => {
  let alone = 0
  return groupBy(
    groups,
    group => {
      const [breach] = group
      const said = saidOfPart(breach)
      const { rule, order, subject, severity } = breach
      const variants = new Set(group.map(one => one.subject.variant))
      return said === undefined
        ? alone++
        : [rule.id, order, severity, said, subject.location, subject.statement, subject.kin?.(), [...variants]]
    },
    () => true,
  ).map(asOne)
}

/** The same message on the same statement of several instances of one resource. */
const acrossKeys = (groups: readonly Group[]): [Group, ...Group[]][] =>
  groupBy(
    groups,
    ([breach]) => {
      const { rule, key, subject, severity, message } = breach
      const address = withoutInstances(key.address)
      const statement = subject.statement?.sid ?? subject.statement?.index
      return [
        rule.id,
        severity,
        address === key.address ? message : message.replaceAll(key.address, address),
        address,
        key.location.file,
        statement,
        partOf(breach),
      ]
    },
    (merged, [{ key }]) => !merged.some(([one]) => one.key === key),
  )

/** When a finding appears, by the labels of variants of the key: in as few words as tell these from the others. */
const whenOf = ({ policy }: Key, labels: ReadonlySet<string>): readonly string[] => {
  const variants = policy.kind === 'document' ? policy.variants : []
  const isMeant = ({ when }: Variant): boolean => when !== undefined && labels.has(when)
  if (!variants.every(({ decisions }) => decisions)) return [...labels]
  const known = new Set(variants.map(({ when }) => when))
  return [
    ...whenOneOf(
      variants.filter(isMeant).map(({ decisions = [] }) => decisions),
      variants.filter(one => !isMeant(one)).map(({ decisions = [] }) => decisions),
    ),
    ...[...labels].filter(label => !known.has(label)),
  ]
}

/** When a finding appears, each text enough by itself; none where it appears in all variants. */
const variantsOf = (breaches: readonly Breach[]): readonly string[] => {
  const labels = new Set(breaches.flatMap(({ subject }) => subject.variant ?? []))
  const appearsInAll = breaches.some(
    ({ rule, key, subject }) =>
      subject.variant === undefined ||
      // a use has choices of its own besides those of the policy
      (rule.each !== 'use' && key.policy.kind === 'document' && key.policy.variants.length <= labels.size),
  )
  const [first] = breaches
  return appearsInAll || !first ? [] : whenOf(first.key, labels)
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** What stays the same when lines move, statements are added or instances come and go. */
const identityOf = (group: Group): unknown => {
  const [{ rule, key, subject }] = group
  const { statement, part, snippet } = subject
  const own = group.every(one => one.subject.part === part) ? part : undefined
  return [
    rule.id,
    withoutInstances(key.address),
    statement && (statement.sid ?? (snippet && digest(snippet())) ?? statement.index),
    own,
  ]
}

const findingOf = ([group, ...others]: [Group, ...Group[]], fingerprint: string): Finding => {
  const [{ rule, key, subject, severity, message, fix, location }] = group
  const breaches = [group, ...others].flat()
  return {
    rule: rule.id,
    severity,
    message,
    fix: fix(),
    address: key.address,
    addresses: [...new Set(breaches.map(breach => breach.key.address))],
    ...(subject.statement && { statement: subject.statement }),
    location,
    via: key.via,
    variants: variantsOf(breaches),
    fingerprint,
    ...(subject.snippet && { snippet: subject.snippet() }),
  }
}

/** Findings that share everything that a fingerprint is made of are numbered, so that none stands for another. */
const fingerprints = (): ((group: Group) => string) => {
  const seen = new Map<string, number>()
  return group => {
    const identity = identityOf(group)
    const counted = JSON.stringify([group[0].key.location.file, identity])
    const number = seen.get(counted) ?? 0
    seen.set(counted, number + 1)
    return digest(number === 0 ? identity : [identity, number])
  }
}

const compare = ([[a]]: [Group, ...Group[]], [[b]]: [Group, ...Group[]]): number =>
  a.order - b.order ||
  (a.subject.statement?.index ?? -1) - (b.subject.statement?.index ?? -1) ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity)

/** One finding for each breach that a reader would see as one, in the order of the keys, their statements and severity. */
export const mergeFindings = (breaches: readonly Breach[]): readonly Finding[] => {
  const fingerprint = fingerprints()
  return acrossKeys(acrossParts(withinKey(breaches)))
    .sort(compare)
    .map(groups => findingOf(groups, fingerprint(groups[0])))
}
