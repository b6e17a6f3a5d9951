import type { Path } from './address.js'
import type { ConfigModule, Plan } from './plan.js'
import type { Resolver } from './resolve.js'
import { leavesOf } from './sensitive.js'

/**
 * The values of variables that are declared sensitive, in the root and, as far as they can be followed, in modules. Terraform
 * prints them in clear in a plan.
 */
export const secretsOf = (plan: Plan, resolver: Resolver): ReadonlySet<string> => {
  const secrets = new Set<string>()
  const collect = (module: ConfigModule, path: Path): void => {
    for (const [name, { sensitive }] of module.variables) {
      if (!sensitive) continue
      const origins = resolver.origins({ references: [`var.${name}`] }, { path, index: undefined, forEach: undefined })
      for (const origin of origins) {
        if (origin.kind === 'value') leavesOf(origin.value).forEach(leaf => secrets.add(leaf))
      }
    }
    for (const [name, call] of module.calls) collect(call.module, [...path, { name, index: undefined }])
  }
  collect(plan.root, [])
  return secrets
}
