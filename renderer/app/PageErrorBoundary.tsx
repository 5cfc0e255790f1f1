import { Component, type ReactNode } from 'react';

import { ErrorState } from '#renderer/components/states.tsx';

import { common } from './language/zh/common.ts';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** A page that throws leaves rail and status standing; going elsewhere or 重试 shows a page again. */
export class PageErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  readonly #recover = (): void => {
    this.setState({ failed: false });
  };

  override componentDidMount(): void {
    window.addEventListener('hashchange', this.#recover);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('hashchange', this.#recover);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ErrorState what={common.crashed} todo={common.crashedTodo} onRetry={this.#recover} />;
  }
}
