'use client';

import { Printer } from 'lucide-react';
import { mockMessages } from '#app/_messages/mock.ts';
import { Button } from '#app/_ui/button.tsx';
import type { Locale } from '#judge/verdict.ts';

export function PrintButton({ locale }: { locale: Locale }) {
  return (
    <Button size="small" onClick={() => window.print()} className="needs-script no-print">
      <Printer aria-hidden size={14} />
      {mockMessages[locale].print}
    </Button>
  );
}
