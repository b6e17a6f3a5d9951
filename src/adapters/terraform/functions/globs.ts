/** The regular expression of RE2 for a pattern of files as `fileset` takes them; undefined for what is not read here. */
export const globRegex = (glob: string): string | undefined => {
  let out = ''
  let depth = 0
  for (let i = 0; i < glob.length; i++) {
    const c = glob.charAt(i)
    if (glob.startsWith('**/', i) && (i === 0 || glob[i - 1] === '/')) {
      out += '(?:[^/]+/)*'
      i += 2
    } else if (glob.slice(i) === '**' && (i === 0 || glob[i - 1] === '/')) {
      out += '.*'
      i++
    } else if (c === '*') {
      if (glob[i - 1] !== '*') out += '[^/]*'
    } else if (c === '?') out += '[^/]'
    else if (c === '{') {
      depth++
      out += '(?:'
    } else if (c === '}' && depth > 0) {
      depth--
      out += ')'
    } else if (c === ',' && depth > 0) out += '|'
    // classes and escapes are rare, and are read in more than one way
    else if (c === '[' || c === '\\') return undefined
    else out += /[\w/]|[^\0-\x7f]/.test(c) ? c : `\\${c}`
  }
  return depth === 0 ? `\\A(?s:${out})\\z` : undefined
}
