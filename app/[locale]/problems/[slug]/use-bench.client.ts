import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { verdictMessages } from '#app/_messages/verdicts.ts';
import { workspaceMessages } from '#app/_messages/workspace.ts';
import { useToast } from '#app/_ui/toast.client.tsx';
import type { PublicProblem } from '#content/public-problem.ts';
import type { Locale } from '#judge/verdict.ts';
import type { ServerDraft } from './drafts.ts';
import type { EditorHandle } from './editor-props.ts';
import { readCurrentVersion, type SubmissionLine, type WordedVerdict } from './submission-client.ts';
import { useDraft } from './use-draft.client.ts';
import { useJudging } from './use-judging.client.ts';
import { useSamples } from './use-samples.client.ts';

export type BenchProps = {
  locale: Locale;
  problem: PublicProblem;
  solved: boolean;
  history: SubmissionLine[];
  serverDraft: ServerDraft | null;
  signedIn: boolean;
  /** Which of the texts beside the editor is open at first. */
  reading: 'statement' | 'editorial';
};

export type ResultTab = 'samples' | 'console' | 'result';

/** Everything that can be done at a problem: run, submit, save, restore; and what came of it. */
export function useBench({ locale, problem, ...props }: BenchProps) {
  const t = workspaceMessages[locale];
  const tell = useToast();
  const editor = useRef<EditorHandle | null>(null);
  const [ready, setReady] = useState(false);
  const [history, setHistory] = useState(props.history);
  const [solved, setSolved] = useState(props.solved);
  const [reading, setReading] = useState<string>(props.reading);
  const [below, setBelow] = useState<ResultTab>('samples');
  const [said, setSaid] = useState('');
  const [outdated, setOutdated] = useState(false);
  const samples = useSamples(problem);

  const { judging, submit, isSignedIn } = useJudging({
    slug: problem.slug,
    locale,
    unfinished: props.history.find(({ status }) => status !== 'done')?.id ?? null,
    signedIn: props.signedIn,
    onAccepted: (id) => {
      setHistory((before) => [newLine(id), ...before]);
      // What was submitted is a draft, too, and by now there is an account to keep it for.
      void draft.save();
      void lookForNewer();
    },
    onResumed: () => setBelow('result'),
    onJudged: (id, verdict) => {
      setHistory((before) => before.map((line) => (line.id === id ? judgedLine(line, verdict) : line)));
      setSolved((before) => before || verdict.verdict === 'AC');
      const { score, maxScore } = verdict;
      setSaid(t.told(verdictMessages[locale].codes[verdict.verdict], t.score(score, maxScore)));
      editor.current?.mark(verdict.compile);
    },
  });
  const draft = useDraft({ ...props, slug: problem.slug, template: problem.template, isSignedIn });

  /** The judge grades against the version of now, which may be newer than this page. */
  async function lookForNewer() {
    const version = await readCurrentVersion(problem.slug);
    setOutdated(version !== undefined && version !== problem.version);
  }
  async function run(): Promise<boolean> {
    const handle = editor.current;
    if (!handle) return false;
    show('samples');
    return samples.run(handle.get(), handle.compile);
  }
  async function send() {
    const handle = editor.current;
    if (!handle || judging.kind === 'sending' || judging.kind === 'following') return;
    show('result');
    setSaid('');
    draft.keepHere();
    await submit(handle.get());
  }
  async function runThenSend() {
    const source = editor.current?.get();
    if (source === undefined) return;
    const green = samples.greenSource === source || (await run());
    // What was typed meanwhile has not been run.
    if (green && editor.current?.get() === source) await send();
  }
  async function save() {
    tell(t.saved[await draft.save()]);
  }
  /** Puts another text into the editor; the one before is one click away. */
  function put(source: string, message: string) {
    const handle = editor.current;
    if (!handle) return;
    const before = handle.get();
    if (before === source) return;
    handle.set(source);
    tell(message, { label: t.undo, act: () => handle.set(before) });
  }
  function show(tab: ResultTab) {
    setBelow(tab);
    bringUp('results');
  }
  function openEditorial() {
    flushSync(() => setReading('editorial'));
    openTab('statement')?.focus({ preventScroll: true });
    bringUp('statement');
  }
  function leave() {
    openTab('results')?.focus();
    setSaid(t.leftEditor);
  }

  return {
    editor,
    ready,
    setReady: () => {
      setReady(true);
      samples.warm();
    },
    busy: judging.kind === 'sending' || judging.kind === 'following',
    history,
    solved,
    outdated,
    reading,
    setReading,
    openEditorial,
    below,
    setBelow,
    said,
    samples,
    judging,
    draft,
    isSignedIn,
    run,
    send,
    runThenSend,
    save,
    put,
    leave,
  };
}

export type Bench = ReturnType<typeof useBench>;

/** On a phone the panes stand one below the other. */
function bringUp(pane: 'statement' | 'results'): void {
  if (matchMedia('(max-width: 63.99rem)').matches)
    document.getElementById(`pane-${pane}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
}

function openTab(pane: 'statement' | 'results'): HTMLElement | null {
  return document.querySelector(`#pane-${pane} [role="tab"][aria-selected="true"]`);
}

function newLine(id: string): SubmissionLine {
  const createdAt = new Date().toISOString();
  return {
    id,
    status: 'queued',
    verdict: null,
    score: null,
    maxScore: null,
    cpuMs: null,
    memoryKiB: null,
    createdAt,
  };
}

function judgedLine(line: SubmissionLine, judged: WordedVerdict): SubmissionLine {
  const { verdict, score, maxScore, cpuMs, memoryKiB } = judged;
  return { ...line, status: 'done', verdict, score, maxScore, cpuMs, memoryKiB };
}
