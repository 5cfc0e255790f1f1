import type { Citation } from '../catalogue/matter.ts';

/**
 * Citations as printed: `《城市市容和环境卫生管理条例》第十四条`, several joined by `、`, each once. Only the law's name and
 * the article are printed; the norm's text is not repeated. A citation that nobody read in its source is marked.
 */
export function formatCitations(citations: readonly Citation[]): string {
  const texts = citations.map((citation) => {
    const law = citation.law.startsWith('《') ? citation.law : `《${citation.law}》`;
    return `${law}${citation.article}${citation.verification === 'verified' ? '' : '（未核实）'}`;
  });
  return [...new Set(texts)].join('、');
}
