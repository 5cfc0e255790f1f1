import { QuickRandom } from '../../faults/histories/quickRandom.ts';

const GIVEN = Array.from('好味旺福兴隆盛源鑫达永和顺发百佳美华新宏大金鼎聚德缘阳光湖滨团城磁胜阳山水');
const KINDS = ['小吃店', '餐馆', '面馆', '超市', '便利店', '烟酒行', '理发店', '五金店', '药房', '水果店', '广告部'];
const FAMILY = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗');
const FIRST = Array.from('伟芳敏静丽强磊军洋勇艳杰娟涛明超霞平刚红建国');
const ROADS = ['颐阳路', '黄石大道', '湖滨大道', '杭州路', '桂林路', '广会路', '武汉路', '天津路'];

/** A shop as thousands of them differ: name, who runs it, where. */
export type Named = { readonly name: string; readonly operator: string; readonly address: string };

/** The shop at that place; the same seed gives the same one. Invented. */
export function shopAt(place: number, seed: string): Named {
  const random = new QuickRandom(`${seed}|shop|${String(place)}`);
  const one = (list: readonly string[]): string => list[random.below(list.length)] ?? '';
  return {
    name: `${one(GIVEN)}${one(GIVEN)}${one(GIVEN)}${one(KINDS)}`,
    operator: `${one(FAMILY)}${one(FIRST)}${random.chance(50) ? one(FIRST) : ''}`,
    address: `${one(ROADS)}${String(1 + random.below(900))}号`,
  };
}
