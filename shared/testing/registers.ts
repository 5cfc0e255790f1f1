import type { Register, RegisterField } from '../catalogue/register.ts';

/** A small valid register with every kind of field. */
export function aRegister(overrides: Partial<Register> = {}): Register {
  return {
    schema: 'xunzhi.register.v1',
    id: 'manhole',
    name: '窨井盖',
    order: 10,
    verification: 'proposal',
    nameLabel: '井盖编号',
    operatorLabel: '权属单位',
    states: [
      { id: 'good', name: '完好', tone: 'good' },
      { id: 'lost', name: '缺失', tone: 'bad' },
    ],
    fields: [
      {
        id: 'kind',
        label: '类别',
        kind: 'choice',
        required: true,
        listed: true,
        options: [
          { value: 'rain', text: '雨水' },
          { value: 'power', text: '电力' },
        ],
      },
      { id: 'partId', label: '部件标识码', kind: 'text', maxLength: 17, listed: true },
      { id: 'depthM', label: '井深', kind: 'number', unit: '米', decimals: 2 },
      { id: 'net', label: '有防坠网', kind: 'flag' },
      { id: 'replacedOn', label: '更换日期', kind: 'date' },
    ],
    ...overrides,
  };
}

/** A valid value for each own field that an entry of the register must have. */
export function requiredValues({ fields }: Register): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.filter(({ required }) => required === true).map((field) => [field.id, aValue(field)]),
  );
}

function aValue(field: RegisterField): string {
  switch (field.kind) {
    case 'choice':
      return field.options?.[0]?.value ?? '';
    case 'number':
      return '1';
    case 'date':
      return '2024-03-04';
    case 'flag':
      return 'yes';
    case 'polygon':
      return 'WGS84:1150389000 301997000,1150399000 301997000,1150399000 302007000';
    case 'text':
      return '示例';
  }
}
