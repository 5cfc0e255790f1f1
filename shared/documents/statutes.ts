/** Statutes of procedure as documents print their names; their articles were read in the text of the law. */
export const APL = '《中华人民共和国行政处罚法》';
/** See `APL`. */
export const ACL = '《中华人民共和国行政强制法》';
/** See `APL`. */
export const PLANNING = '《中华人民共和国城乡规划法》';
