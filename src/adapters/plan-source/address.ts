/** The instance keys in an address, in brackets. */
const keys = /\[(?:\d+|"(?:\\.|[^"\\])*")\]/g

/** An address as the configuration has it: `module.a.aws_kms_key.this` of `module.a["x"].aws_kms_key.this[0]`. */
export const withoutInstances = (address: string): string => address.replace(keys, '')

/** The steps of an address, each with its instance key: `module.a["x"]`, `aws_kms_key.this[0]`. */
const stepsOf = (address: string): readonly string[] =>
  address.match(/(?:data\.)?[\w-]+\.[\w-]+(?:\[(?:\d+|"(?:\\.|[^"\\])*")\])?/g) ?? []

/** The paths of the module calls that lead to an address, outermost first and without instance keys: `module.a`, `module.a.module.b`. */
export const callsAbove = (address: string): readonly string[] => {
  const modules = stepsOf(withoutInstances(address)).filter(step => step.startsWith('module.'))
  return modules.map((_, i) => modules.slice(0, i + 1).join('.'))
}

/** Whether an address that stands for any number of instances, since it lacks keys, stands for another one too. */
export const standsFor = (symbolic: string, address: string): boolean => {
  const [a, b] = [stepsOf(symbolic), stepsOf(address)]
  return a.length === b.length && a.every((step, i) => step === b[i] || step === withoutInstances(b[i] ?? ''))
}
