/** Yuan from fen, without needless zeros. */
export function showYuan(fen: number): string {
  return `${(fen / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })} 元`;
}
