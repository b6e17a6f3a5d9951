import { skip, type Take, type Visit } from './scan.js'

/** Walks the `values` of a state: the resources of all its modules. */
export const stateVisit = (item: Take): Visit => {
  const module: Visit = {
    kind: 'members',
    member: key =>
      key === 'resources' ? { kind: 'items', item } : key === 'child_modules' ? { kind: 'items', item: module } : skip,
  }
  return { kind: 'members', member: key => (key === 'root_module' ? module : skip) }
}
