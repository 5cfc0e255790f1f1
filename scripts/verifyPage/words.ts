/** What the page says, in words for a shopkeeper. */
export const words = {
  genuine: '真实',
  genuineText: '这份文书由下列机关开具，内容没有被改动。请核对纸上的内容与下面一致。',
  altered: '不真实',
  alteredText: '二维码的内容与签名不符：文书可能被改动或者伪造。请向下面的机关核实，先不要付款。',
  unknown: '无法核验',
  unknownText: '本页没有这台设备的公钥：可能是新设备，也可能是伪造。请换用机关最新的核验页，或者打电话核实。',
  revoked: '无效',
  revokedText: (on: string): string => `开具文书的设备已在 ${on} 停用，之后的文书无效。请向机关核实。`,
  notOurs: '不是文书的二维码',
  notOursText: '请对准文书上的二维码（大纸在右上角，小票在末尾），让它占满画面，光线均匀，重新拍照。',
  noCode: '照片里没有找到二维码',
  noPhoto: '这个文件不是照片，打不开',
  noKeys: '本页还没有公钥',
  noKeysText: '请使用机关网站上公布的核验页。',
} as const;
