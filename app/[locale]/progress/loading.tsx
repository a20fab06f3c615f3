import { progressMessages } from '#app/_messages/progress.ts';
import { LoadingPage } from '#app/_ui/loading-page.client.tsx';

export default function Loading() {
  return <LoadingPage title={{ en: progressMessages.en.title, zh: progressMessages.zh.title }} />;
}
