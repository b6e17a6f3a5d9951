import { arnReference, parseArn } from '../model/arn.js'
import type { Condition } from '../model/condition.js'
import { literal, print, type Text } from '../model/text.js'
import { isUnknown, Unknown, type Known } from '../model/truth.js'
import { hasWildcard, isAnything } from '../model/wildcard.js'
import { destinationArns, holders } from './holders.js'
import type { Service } from './service.js'

/** The service segments of the ARNs that integrations send as their source; none where those of one are not known. */
const segmentsOf = (services: readonly Service[]): ReadonlySet<string> => {
  const listed = services.filter(({ sourceArn }) => sourceArn !== 'unsupported')
  if (listed.some(({ sourceArns }) => sourceArns.length === 0)) return new Set()
  return new Set(listed.flatMap(({ sourceArns }) => sourceArns.flatMap(arn => arn.split(':')[2] ?? [])))
}

/** The service in the ARNs of a type of resource, as far as the catalogue tells. */
const segmentOfType = (type: string, services: readonly Service[]): string | undefined => {
  const holder = holders.find(one => one.type === type)
  const own = services.find(({ uses }) =>
    uses.some(({ property, into }) => property.type === type && into === undefined),
  )
  return (holder ? destinationArns[holder.kind] : own?.sourceArns[0])?.split(':')[2]
}

const typeIn = (address: string): string | undefined => /(?:^|\.)(aws_\w+)\.[\w-]+(?:\[[^\]]*\])?$/.exec(address)?.[1]

const listed = (words: Iterable<string>): string => [...words].join(' or ')

/** Whether a condition has a part in what `sourceArnFlaw` says. */
export const isOnSource = ({ key }: Condition): boolean => key === 'aws:sourcearn' || key === 'aws:sourceaccount'

/** What the other conditions of the statement say of the account: only that is compared which is known. */
const accountsOf = (conditions: readonly Condition[]): readonly string[] =>
  conditions
    .filter(
      ({ key, operator }) =>
        key === 'aws:sourceaccount' &&
        !isUnknown(operator) &&
        operator !== undefined &&
        /^String(Equals|Like)$/.test(operator.comparison),
    )
    .flatMap(({ values }) => values.flatMap(({ text }) => (hasWildcard(text) ? [] : (literal(text) ?? []))))

/** Why no request of these integrations can have the value as its source; empty where one can. Unknown where holes decide. */
const flawOf = (
  value: Text,
  services: readonly Service[],
  partition: string | undefined,
  accounts: readonly string[],
  all: readonly Service[],
): Known<string> => {
  if (isAnything(value)) return ''
  const reference = arnReference(value)
  if (reference) {
    const of = segmentOfType(typeIn(reference.address) ?? '', all)
    const known = segmentsOf(services)
    return of === undefined || known.size === 0 || known.has(of)
      ? ''
      : `${print(value)} is an ARN of ${of}, and the service acts for ARNs of ${listed(known)}`
  }
  const arn = parseArn(value)
  if (isUnknown(arn)) return arn
  if (arn === undefined) return `${print(value) === '' ? 'an empty value' : print(value)} is not an ARN`
  const segments = segmentsOf(services)
  const segment = literal(arn.service)
  if (segment !== undefined && !hasWildcard(arn.service) && segments.size > 0 && !segments.has(segment))
    return `${print(value)} is an ARN of ${segment}, and the service acts for ARNs of ${listed(segments)}`
  const of = literal(arn.partition)
  if (of !== undefined && partition !== undefined && !hasWildcard(arn.partition) && of !== partition)
    return `${print(value)} is in the partition ${of}, and the key is in ${partition}`
  const account = literal(arn.account)
  if (
    account !== undefined &&
    account !== '' &&
    !hasWildcard(arn.account) &&
    accounts.length > 0 &&
    !accounts.includes(account)
  )
    return `${print(value)} is in the account ${account}, and aws:SourceAccount is ${listed(accounts)}`
  return ''
}

/**
 * Why none of the values that a statement demands of `aws:SourceArn` can be the source of a request of the service; empty where one
 * can, or where nothing is demanded.
 */
export const sourceArnFlaw = (
  conditions: readonly Condition[],
  services: readonly Service[],
  partition: string | undefined,
  all: readonly Service[],
): Known<string> => {
  const accounts = accountsOf(conditions)
  for (const { key, operator, values, more } of conditions) {
    if (key !== 'aws:sourcearn' || isUnknown(operator) || operator === undefined) continue
    if (!/^(String(Equals|Like|EqualsIgnoreCase)|Arn(Equals|Like))$/.test(operator.comparison) || values.length === 0)
      continue
    const flaws = values.map(({ text }) => flawOf(text, services, partition, accounts, all))
    if (flaws.includes('')) continue
    const holes = [...flaws.flatMap(flaw => (isUnknown(flaw) ? flaw.holes : [])), ...more]
    if (holes.length > 0) return new Unknown(holes)
    return flaws.map(String).join('; ')
  }
  return ''
}
