import { Missing } from './missing.client.tsx';

export default function NotFound() {
  return <Missing />;
}
