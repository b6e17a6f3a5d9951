/** Whether a file is Terraform or OpenTofu configuration, by its name. */
export const isSource = (name: string): boolean => /\.(tf|tofu)(\.json)?$/.test(name)

/** The folder of a file, `.` for the root; undefined for standard input. */
export const folderOf = (file: string): string | undefined =>
  file === '<stdin>' ? undefined : file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.'
