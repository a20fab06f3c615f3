import { notFound } from 'next/navigation';

/** Every address below a language that no page has: the not-found page in that language. */
export default function UnknownPage(): never {
  notFound();
}
