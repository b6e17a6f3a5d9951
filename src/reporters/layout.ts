import type { Finding, Report, StatementRef, Undetermined } from '../model/report.js'
import type { Location } from '../model/location.js'
import { severities } from '../model/report.js'
import { visible } from './escape.js'

/** `1 key`, `2 keys`, `0 keys`. */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** `statement 2 "AllowTrail"`: counted from 1, as people do. */
export const statementName = ({ index, sid }: StatementRef): string =>
  `statement ${index + 1}${sid === undefined ? '' : ` "${visible(sid)}"`}`

/** `plan.json`, `policy.json:3:5`. */
export const place = ({ file, line, column }: Location): string =>
  [visible(file), line, line === undefined ? undefined : column].filter(part => part !== undefined).join(':')

/** Which key and which statement an entry is about, with the other instances that it was found in. */
export const subject = ({
  address,
  addresses,
  statement,
}: Pick<Finding, 'address' | 'addresses' | 'statement'>): string => {
  const others = addresses.filter(other => other !== address)
  const shown = others.slice(0, 3).map(visible).join(', ')
  const more = others.length > 3 ? `${shown} and ${others.length - 3} more` : shown
  return [
    visible(address),
    ...(statement ? [statementName(statement)] : []),
    ...(more === '' ? [] : [`also ${more}`]),
  ].join(', ')
}

/** The undetermined entries of one key that have the same reasons. */
export interface UndeterminedGroup {
  readonly address: string
  readonly location: Location
  readonly severity: Undetermined['severity']
  readonly message: string
}

const atMost = (items: readonly string[], limit: number): string =>
  items.length > limit ? `${items.slice(0, limit).join(', ')} and ${items.length - limit} more` : items.join(', ')

const groupMessage = (entries: readonly Undetermined[], first: Undetermined): string => {
  const reasons = [...new Set(first.reasons.map(reason => visible(reason.message)))]
  const rules = [...new Set(entries.map(entry => visible(entry.rule)))]
  const named = rules.length > 3 ? `${rules.length} rules undetermined` : `${rules.join(', ')} undetermined`
  return `cannot judge ${visible(first.address)}: ${atMost(reasons, 3)}; ${named}`
}

/** What could not be judged, one entry for each key and reason, at the severity of the first: the heaviest. */
export const undeterminedGroups = (entries: readonly Undetermined[]): UndeterminedGroup[] => {
  const groups = new Map<string, [Undetermined, ...Undetermined[]]>()
  for (const entry of entries) {
    const id = JSON.stringify([entry.address, entry.reasons.map(reason => reason.message)])
    const group = groups.get(id)
    if (group) group.push(entry)
    else groups.set(id, [entry])
  }
  return [...groups.values()].map(group => ({
    address: group[0].address,
    location: group[0].location,
    severity: group[0].severity,
    message: groupMessage(group, group[0]),
  }))
}

/** How many of the cases in which a finding appears are told. */
const mostCases = 4

/** When a finding appears, as it follows its subject: ` (when IsProd is true)`; empty where it always does. */
export const casesOf = ({ variants }: Finding): string => {
  if (variants.length === 0) return ''
  const told = variants.slice(0, mostCases).map(one => `when ${visible(one)}`)
  const more = variants.length - told.length
  return ` (${[...told, ...(more > 0 ? [`in ${String(more)} more ${more === 1 ? 'case' : 'cases'}`] : [])].join('; or ')})`
}

/** The message of a problem, with its place where the message does not name it. */
export const problemText = ({ message, location }: Report['problems'][number]): string =>
  location && (location.line !== undefined || !message.includes(location.file))
    ? `${place(location)}: ${visible(message)}`
    : visible(message)

/** `2 keys skipped: to be deleted (aws_kms_key.a, aws_kms_key.b)`, one text for each reason. */
export const skippedTexts = (skipped: Report['skipped']): string[] =>
  [...new Set(skipped.map(entry => entry.reason))].map(reason => {
    const addresses = skipped.filter(entry => entry.reason === reason).map(entry => visible(entry.address))
    return `${count(addresses.length, 'key')} skipped: ${visible(reason)} (${atMost(addresses, 5)})`
  })

/** Each verdict in the words of a report. */
export const verdictNames: Readonly<Record<Report['verdict'], string>> = {
  pass: 'pass',
  fail: 'fail',
  undetermined: 'undetermined, not every key could be judged',
  error: 'error, the run could not be done',
}

/** The verdict and what was found: `fail: 2 errors, 0 warnings, 1 notice`. */
export const verdictLine = ({ verdict, findings }: Report): string => {
  const counts = severities.map(severity => count(findings.filter(f => f.severity === severity).length, severity))
  return `${verdictNames[verdict]}: ${counts.join(', ')}`
}

/** The counts that end every run. */
export const countsLine = ({ counts }: Report): string =>
  [
    count(counts.sources, 'source'),
    count(counts.keys, 'key'),
    count(counts.statements, 'statement'),
    count(counts.rules, 'rule'),
    `${counts.evaluated} evaluated`,
    `${counts.undetermined} undetermined`,
    `${counts.skipped} skipped`,
    `${counts.suppressed} suppressed`,
  ].join(', ')
