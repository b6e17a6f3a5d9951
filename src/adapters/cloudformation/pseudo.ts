import type { Location } from '../../model/location.js'
import type { Hole } from '../../model/text.js'
import type { Scope } from './scope.js'
import { holeNode, textNode, type Value } from './value.js'

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

/** Every partition but China's has the same suffix, so that it is known where the Region is not. */
const suffixOf = (region: string | undefined): string =>
  region?.startsWith('cn-') === true ? 'amazonaws.com.cn' : 'amazonaws.com'

const stands: Readonly<Record<string, NonNullable<Hole['stands']>>> = {
  'AWS::AccountId': 'account',
  'AWS::Region': 'region',
  'AWS::Partition': 'partition',
}

const others = new Set(['AWS::StackName', 'AWS::StackId'])

export const isPseudo = (name: string): boolean =>
  name in stands || others.has(name) || ['AWS::NoValue', 'AWS::URLSuffix', 'AWS::NotificationARNs'].includes(name)

/** What a pseudo parameter stands for: a text where the options tell it, else a hole that knows what it is. */
export const pseudo = (name: string, { account, region }: Scope, location: Location): Value => {
  if (name === 'AWS::NoValue') return undefined
  const known: Readonly<Record<string, string | undefined>> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': region && partitionOf(region),
    'AWS::URLSuffix': suffixOf(region),
  }
  const value = known[name]
  if (value !== undefined) return textNode([value], location)
  const standing = stands[name]
  return holeNode(
    { kind: 'pseudo', name, ...(standing && { stands: standing }) },
    location,
    name === 'AWS::NotificationARNs',
  )
}
