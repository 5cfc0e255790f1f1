import { describe, expect, it } from 'vitest';

import { listPrinters, parsePrinters } from './printers.ts';
import { fakeTools } from './testing/fakeTool.ts';

const STATES = `printer Office is idle.  enabled since Sat Nov 28 21:54:23 2026
\tForm mounted:
\tContent types: any
\tDescription: 办公室打印机
\tAlerts: none
printer Car disabled since Sat Nov 28 21:55:23 2026 -
\t缺纸 abc
\tForm mounted:
\tDescription: 车载
printer Desk now printing Desk-3.  enabled since Sat Nov 28 21:55:23 2026
\tDescription: 
printer Old disabled since Sat Nov 28 21:55:23 2026 -
\treason unknown
`;
const ACCEPTING = `Office accepting requests since Sat Nov 28 21:54:23 2026
Car accepting requests since Sat Nov 28 21:54:23 2026
Desk not accepting requests since Sat Nov 28 21:55:23 2026 -
\t维修
`;

describe('parsePrinters', () => {
  it('reads names, descriptions, states and reasons of lpstat', () => {
    const read = parsePrinters({
      names: 'Car\nDesk\nLobby\nOffice\n-o\nno such thing\n',
      states: STATES,
      accepting: ACCEPTING,
      standard: 'system default destination: Office\n',
    });
    expect(read).toEqual([
      { name: 'Car', label: '车载', isDefault: false, state: 'stopped', reason: '缺纸 abc' },
      { name: 'Desk', label: 'Desk', isDefault: false, state: 'rejecting', reason: '维修' },
      { name: 'Lobby', label: 'Lobby', isDefault: false, state: 'unknown' },
      { name: 'Office', label: '办公室打印机', isDefault: true, state: 'ready' },
      { name: 'Old', label: 'Old', isDefault: false, state: 'stopped', reason: 'reason unknown' },
    ]);
  });

  it('reads a queue that prints, and none at all', () => {
    const none = { names: '', states: '', accepting: '', standard: 'no system default destination\n' };
    expect(parsePrinters(none)).toEqual([]);
    const printing = { ...none, states: 'printer Desk now printing Desk-3.  enabled since today\n' };
    expect(parsePrinters(printing)).toMatchObject([{ name: 'Desk', state: 'printing' }]);
  });
});

describe.skipIf(process.platform === 'win32')('listPrinters', () => {
  it('says when there is no CUPS, when it is down, and when it has no printer', async () => {
    expect(await listPrinters({ lpstat: '/no/such/lpstat' })).toEqual({
      ok: false,
      error: { code: 'no_print_system' },
    });
    const down = await fakeTools({ lpstat: 'echo "scheduler is not running"' });
    expect(await listPrinters(down)).toEqual({ ok: false, error: { code: 'print_system_down' } });
    const empty = await fakeTools({ lpstat: '[ "$1" = -r ] && echo "scheduler is running"; exit 0' });
    expect(await listPrinters(empty)).toEqual({ ok: true, value: [] });
  });
});
