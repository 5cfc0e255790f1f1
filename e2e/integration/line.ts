import type { Asked, Fault } from '../faults/proxy/fault.ts';
import { FaultProxy } from '../faults/proxy/faultProxy.ts';

/** A request on its way to the server. */
export type OnTheLine = Asked;

/** What the line does with a request: `pass`; `cut` before the server sees it; `lose` the answer; `hold` it for ever; answer by itself; or change the answer. */
export type Fate =
  | 'pass'
  | 'cut'
  | 'lose'
  | 'hold'
  | { readonly status: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status: number; readonly page: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly change: (status: number, text: string) => { readonly status: number; readonly text: string } };

/** A line between one device and the server, which can be cut and which can lie. */
export class Line {
  readonly url: string;
  /** What was asked, in order; tests empty it when they like. */
  readonly asked: OnTheLine[] = [];
  /** What does it: for faults of every other kind. */
  readonly proxy: FaultProxy;

  private constructor(proxy: FaultProxy) {
    this.proxy = proxy;
    this.url = proxy.url;
    proxy.seen = (request) => {
      this.asked.push(request);
    };
  }

  static async to(target: string): Promise<Line> {
    return new Line(await FaultProxy.to(target));
  }

  down(): void {
    this.proxy.down();
  }

  up(): void {
    this.proxy.up();
  }

  /** From now on each request meets this fate; without one the line is honest again. */
  lie(fate: (request: OnTheLine) => Fate = () => 'pass'): void {
    this.proxy.meet = (request) => faultOf(fate(request));
  }

  /** From now on requests are cut once so many bytes of their body came; without a number none is. */
  cutBodies(afterBytes = Infinity): void {
    this.proxy.cutAfterBytes = afterBytes;
  }

  close(): Promise<void> {
    return this.proxy.close();
  }
}

function faultOf(fate: Fate): Fault {
  if (fate === 'pass') return { is: 'none' };
  if (fate === 'cut') return { is: 'refuse' };
  if (fate === 'lose') return { is: 'loseAnswer' };
  if (fate === 'hold') return { is: 'halfOpen' };
  return 'change' in fate ? { is: 'change', ...fate } : { is: 'answer', ...fate };
}
