import { Component, lazy, type ReactNode, Suspense } from 'react';
import './plain-text.css';

const Markdown = lazy(async () => ({ default: (await import('./markdown.js')).Markdown }));

/** The text as it was written: until the renderer has loaded, and where it gives up on a text. */
function PlainText(props: { readonly text: string }): ReactNode {
  return (
    <div className="plain-text" dir="auto">
      {props.text}
    </div>
  );
}

/** A text nested thousands deep exhausts the renderer's stack; it is then shown as it was written, and the page goes on. */
class PlainOnFailure extends Component<
  { readonly text: string; readonly children: ReactNode },
  { failed: string | null }
> {
  override state: { failed: string | null } = { failed: null };

  override componentDidCatch(): void {
    this.setState({ failed: this.props.text });
  }

  static getDerivedStateFromError(): null {
    return null;
  }

  override render(): ReactNode {
    return this.state.failed === this.props.text ? <PlainText text={this.props.text} /> : this.props.children;
  }
}

/** What a model wrote. The renderer (markdown, mathematics, code) loads on first use. */
export function AnswerText(props: { readonly text: string }): ReactNode {
  return (
    <PlainOnFailure text={props.text}>
      <Suspense fallback={<PlainText text={props.text} />}>
        <Markdown text={props.text} />
      </Suspense>
    </PlainOnFailure>
  );
}
