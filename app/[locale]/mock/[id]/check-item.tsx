import { mockMessages } from '#app/_messages/mock.ts';
import { Html } from '#app/_ui/html.tsx';
import type { Locale } from '#judge/verdict.ts';
import type { CheckItem as Item } from '../item-view.ts';
import type { Answer, Told } from '../mock-client.ts';
import { ChoiceItem } from './choice-item.tsx';
import { MatchItem } from './match-item.tsx';
import { OrderItem } from './order-item.client.tsx';
import { TypedItem } from './typed-item.tsx';

type Props = { locale: Locale; item: Item; told: Told; onAnswer: (answer: Answer) => void };

/** A check without a word on whether it is right: that is told at the end. */
export function CheckItem({ locale, item, told, onAnswer }: Props) {
  const t = mockMessages[locale];
  const shared = { locale, told, onAnswer };
  switch (item.asks) {
    case 'nothing':
      return <p className="text-ink-muted">{t.gone}</p>;
    case 'choice':
      return <ChoiceItem {...shared} item={item} />;
    case 'match':
      return <MatchItem {...shared} item={item} />;
    case 'order':
      return (
        <div className="flex flex-col gap-3">
          <Html id="prompt" html={item.promptHtml} className="prose" />
          <OrderItem {...shared} item={item} />
        </div>
      );
    case 'number':
    case 'quantity':
      return (
        <div className="flex flex-col gap-4">
          <Html id="prompt" html={item.promptHtml} className="prose" />
          <TypedItem {...shared} item={item} />
        </div>
      );
  }
}
