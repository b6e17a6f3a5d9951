export declare const embedPolicies: (root: string) => string
