'use client';

import { Keyboard, Play, RotateCcw, Send, Square } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { Button } from '#app/_ui/button.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { Tabs } from '#app/_ui/tabs.client.tsx';
import { ToastProvider, useToast } from '#app/_ui/toast.client.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { CompileDiagnostic, Locale } from '#judge/verdict.ts';
import type { EditorHandle } from './code-editor.client.tsx';
import { HistoryPane } from './history-pane.client.tsx';
import { KeysDialog } from './keys-dialog.client.tsx';
import { Panes } from './panes.client.tsx';
import { ResultPane } from './result-pane.tsx';
import { SamplesPane } from './samples-pane.client.tsx';
import type { SubmissionLine, WordedVerdict } from './submission-client.ts';
import { useDraft } from './use-draft.client.ts';
import { useJudging } from './use-judging.client.ts';
import { useSamples } from './use-samples.client.ts';
import { VerdictReport } from './verdict-report.tsx';

type Props = {
  locale: Locale;
  problem: PublicProblem;
  statement: ReactNode;
  editorial: ReactNode;
  solved: boolean;
  history: SubmissionLine[];
  serverDraft: { source: string; savedAt: string } | null;
  signedIn: boolean;
};

// Monaco needs a browser: the server neither bundles nor renders it.
const CodeEditor = dynamic(() => import('./code-editor.client.tsx').then((module) => module.CodeEditor), {
  ssr: false,
});

export function Workspace(props: Props) {
  return (
    <ToastProvider closeLabel={workspaceMessages[props.locale].close}>
      <Bench {...props} />
    </ToastProvider>
  );
}

function Bench({ locale, problem, statement, editorial, ...props }: Props) {
  const t = workspaceMessages[locale];
  const tell = useToast();
  const editor = useRef<EditorHandle | null>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const draft = useDraft({ slug: problem.slug, template: problem.template, ...props });
  const samples = useSamples(problem);
  const [history, setHistory] = useState(props.history);
  const [solved, setSolved] = useState(props.solved);
  const [below, setBelow] = useState('samples');
  const [beside, setBeside] = useState('statement');
  const [showEditorial, setShowEditorial] = useState(false);
  const [compileErrors, setCompileErrors] = useState<CompileDiagnostic[]>([]);
  const [keysOpen, setKeysOpen] = useState(false);
  const [vim, setVim] = useState(false);
  const [said, setSaid] = useState('');

  const { judging, submit } = useJudging({
    slug: problem.slug,
    locale,
    unfinished: props.history.find(({ status }) => status !== 'done')?.id ?? null,
    onJudged: (id, verdict) => {
      const createdAt = new Date().toISOString();
      const { score, maxScore } = verdict;
      const line: SubmissionLine = {
        id,
        status: 'done',
        verdict: verdict.verdict,
        score,
        maxScore,
        createdAt,
      };
      setHistory((before) => [
        { ...line, createdAt: before.find((known) => known.id === id)?.createdAt ?? createdAt },
        ...before.filter((known) => known.id !== id),
      ]);
      setSolved((before) => before || verdict.verdict === 'AC');
      setSaid(`${verdictMessages[locale].codes[verdict.verdict]}. ${t.score(score, maxScore)}.`);
      setCompileErrors([]);
      editor.current?.mark(verdict.compile);
    },
  });

  async function run(): Promise<boolean> {
    setBelow('samples');
    const source = editor.current?.get() ?? '';
    const compiled = await editor.current?.compile();
    if (!compiled) return false;
    const diagnostics = 'diagnostics' in compiled ? compiled.diagnostics : [];
    setCompileErrors(diagnostics);
    if ('diagnostics' in compiled) return false;
    return samples.run(source, compiled.javascript);
  }
  async function send() {
    setBelow('result');
    setSaid('');
    await draft.save();
    await submit(editor.current?.get() ?? problem.template);
  }
  async function runThenSend() {
    const source = editor.current?.get() ?? '';
    if (samples.greenSource === source || (await run())) await send();
  }
  async function save() {
    await draft.save();
    tell(t.savedDraft);
  }
  function leave() {
    submitButton.current?.focus();
    setSaid(t.leftEditor);
  }
  function put(source: string, told: string) {
    editor.current?.set(source);
    tell(told);
  }
  function changeVim(on: boolean) {
    setVim(on);
    localStorage.setItem('whetstone.vim', on ? '1' : '0');
  }

  // The setting lives in this browser, which the server can't ask.
  useEffect(() => setVim(localStorage.getItem('whetstone.vim') === '1'), []);

  const acts = useRef({ run, runThenSend, save });
  // The listener below outlives a render: it calls what holds then.
  useEffect(() => {
    acts.current = { run, runThenSend, save };
  });
  // Keys work wherever the focus is; the editor has its own for when it is there.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('.monaco-editor, input, textarea, select');
      const command = event.ctrlKey || event.metaKey;
      const act = command ? commandOf(event.key, acts.current) : undefined;
      if (act && !(event.target instanceof Element && event.target.closest('.monaco-editor'))) {
        event.preventDefault();
        void act();
      } else if (event.key === '?' && !typing) setKeysOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const busy = judging.kind === 'sending' || judging.kind === 'following';
  const left = (
    <Tabs
      label={problem.name[locale]}
      open={beside}
      onOpen={setBeside}
      tabs={[
        { id: 'statement', label: t.statement, content: statement },
        {
          id: 'editorial',
          label: t.editorial,
          content:
            solved || showEditorial ? (
              editorial
            ) : (
              <div className="p-4">
                <Notice title={t.editorialHidden}>
                  <p className="mb-3">{t.editorialHiddenText}</p>
                  <Button size="small" onClick={() => setShowEditorial(true)}>
                    {t.showEditorial}
                  </Button>
                </Notice>
              </div>
            ),
        },
        {
          id: 'submissions',
          label: t.submissions,
          content: (
            <HistoryPane locale={locale} history={history} onRestore={(source) => put(source, t.restored)} />
          ),
        },
      ]}
    />
  );
  const code = (
    <section aria-label={t.code} className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-1.5">
        <label className="mr-auto flex items-center gap-2 text-ink-muted text-sm">
          <input type="checkbox" checked={vim} onChange={(event) => changeVim(event.target.checked)} />
          {t.vim}
        </label>
        <Button
          look="plain"
          size="small"
          aria-label={t.reset}
          title={t.reset}
          onClick={() => put(problem.template, t.resetDone)}
        >
          <RotateCcw aria-hidden size={16} />
        </Button>
        <Button
          look="plain"
          size="small"
          aria-label={t.keys}
          title={t.keys}
          onClick={() => setKeysOpen(true)}
        >
          <Keyboard aria-hidden size={16} />
        </Button>
        {samples.running ? (
          <Button size="small" onClick={samples.stop}>
            <Square aria-hidden size={14} />
            {t.stop}
          </Button>
        ) : (
          <Button size="small" onClick={() => void run()}>
            <Play aria-hidden size={14} />
            {t.run}
          </Button>
        )}
        <Button ref={submitButton} look="primary" size="small" disabled={busy} onClick={() => void send()}>
          <Send aria-hidden size={14} />
          {busy ? t.submitting : t.submit}
        </Button>
      </div>
      {draft.offered === null ? null : (
        <div className="p-3">
          <Notice title={t.newerDraft}>
            <p className="mb-2">{t.newerDraftText}</p>
            <div className="flex gap-2">
              <Button
                size="small"
                onClick={() => {
                  editor.current?.set(draft.offered ?? '');
                  draft.dismiss();
                }}
              >
                {t.takeDraft}
              </Button>
              <Button size="small" look="plain" onClick={draft.dismiss}>
                {t.keepMine}
              </Button>
            </div>
          </Notice>
        </div>
      )}
      <div className="min-h-0 grow">
        {draft.initial === null ? null : (
          <CodeEditor
            locale={locale}
            initial={draft.initial}
            signature={problem.signature}
            tf={problem.runtime === 'tf'}
            vim={vim}
            onChange={draft.change}
            keys={{ run: () => void run(), submit: () => void runThenSend(), save: () => void save(), leave }}
            handle={editor}
          />
        )}
      </div>
    </section>
  );
  const printed = samples.results.map((result) => result.console).join('');
  const reveal = (line: number, column: number) => editor.current?.reveal(line, column);
  const results = (
    <Tabs
      label={t.result}
      open={below}
      onOpen={setBelow}
      tabs={[
        {
          id: 'samples',
          label: t.cases,
          content:
            compileErrors.length > 0 ? (
              <VerdictReport locale={locale} verdict={compileVerdict(compileErrors)} onReveal={reveal} />
            ) : (
              <SamplesPane locale={locale} problem={problem} state={samples} />
            ),
        },
        {
          id: 'console',
          label: t.console,
          content: <pre className="whitespace-pre-wrap p-4 text-sm">{printed || t.nothingPrinted}</pre>,
        },
        {
          id: 'result',
          label: t.result,
          content: <ResultPane locale={locale} problem={problem} judging={judging} onReveal={reveal} />,
        },
      ]}
    />
  );
  return (
    <>
      <p aria-live="assertive" className="sr-only">
        {said}
      </p>
      <Panes left={left} code={code} results={results} resizeLabel={t.resize} />
      <KeysDialog locale={locale} open={keysOpen} onOpenChange={setKeysOpen} />
    </>
  );
}

type Acts = { run(): unknown; runThenSend(): unknown; save(): unknown };

function commandOf(key: string, acts: Acts): (() => unknown) | undefined {
  return { "'": acts.run, Enter: acts.runThenSend, s: acts.save }[key];
}

/** What the browser's type checker says, in the shape of a verdict. */
function compileVerdict(compile: CompileDiagnostic[]): WordedVerdict {
  const nothing = { score: 0, maxScore: 100, cpuMs: 0, memoryKiB: 0, groups: [], tests: [], diagnosis: null };
  return { ...nothing, verdict: 'CE', compile };
}
