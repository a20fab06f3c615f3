import { LoadingPage } from '#app/_ui/loading-page.client.tsx';

export default function Loading() {
  return <LoadingPage />;
}
