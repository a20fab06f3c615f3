import { practiceMessages } from '#app/_messages/practice.ts';
import { LoadingPage } from '#app/_ui/loading-page.client.tsx';

export default function Loading() {
  return <LoadingPage title={{ en: practiceMessages.en.title, zh: practiceMessages.zh.title }} />;
}
