import type { Problem } from '../../model/problem.js'
import type { Hole } from '../../model/text.js'
import { addressOf, type Path } from './address.js'
import type { Change, ConfigModule, ConfigResource, Plan } from './plan.js'
import { dig } from './shape.js'
import { grantType, keyTypes, policyType } from './types.js'

/** A resource that the configuration has and an incomplete plan lacks, with the hole that says so. */
export interface Missing {
  readonly change: Change
  readonly hole: Hole
}

const reasonOf = ({ errored, complete, deferred }: Plan): string | undefined => {
  if (errored) return 'the plan is errored'
  if (deferred) return 'the plan defers some changes'
  return complete ? undefined : 'the plan is incomplete, as with -target'
}

const isNever = (count: unknown): boolean => dig(count, 'constant_value') === 0

/** Every resource of the configuration that may have instances, with the module calls that lead to it. */
const resourcesOf = (module: ConfigModule, path: Path = []): (readonly [Path, ConfigResource])[] => [
  ...[...module.resources.values()].filter(r => !isNever(r.count)).map(r => [path, r] as const),
  ...[...module.calls].flatMap(([name, call]) =>
    isNever(call.count) ? [] : resourcesOf(call.module, [...path, { name, index: undefined }]),
  ),
]

/** An address without any instance key: how the configuration knows a resource. */
const written = (path: Path, local: string): string =>
  addressOf(
    path.map(({ name }) => ({ name, index: undefined })),
    local,
  )

/**
 * The keys, key policies and grants that an errored or incomplete plan lacks, and the problem that names them. Instances that
 * are missing beside others of the same resource cannot be told.
 */
export const missingFrom = (
  plan: Plan,
  present: readonly Change[],
): { readonly problem?: Problem; readonly resources: readonly Missing[] } => {
  const reason = reasonOf(plan)
  if (reason === undefined) return { resources: [] }
  const planned = new Set(present.map(c => written(c.path, c.local)))
  const wanted = [...keyTypes, policyType, grantType]
  const resources = resourcesOf(plan.root)
    .filter(
      ([path, r]) => wanted.includes(r.type) && !r.local.startsWith('data.') && !planned.has(written(path, r.local)),
    )
    .map(([path, r]): Missing => {
      const address = addressOf(path, r.local)
      const change: Change = {
        path,
        local: r.local,
        index: undefined,
        address,
        type: r.type,
        actions: [],
        before: undefined,
        after: undefined,
        unknown: true,
        beforeSensitive: undefined,
        afterSensitive: undefined,
      }
      return { change, hole: { kind: 'untold', name: address } }
    })
  const names = resources
    .slice(0, 20)
    .map(m => m.change.address)
    .join(', ')
  const more = resources.length > 20 ? ` and ${resources.length - 20} more` : ''
  const lacks = resources.length > 0 ? `, so that it lacks ${names}${more}` : ''
  return { problem: { code: 'plan-incomplete', severity: 'warning', message: reason + lacks }, resources }
}
