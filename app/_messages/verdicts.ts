import type { Difficulty } from '#content/difficulty.ts';
import type { VerdictCode } from '#judge/verdict.ts';

type Words = {
  codes: Record<VerdictCode, string>;
  status: Record<'queued' | 'compiling' | 'running', string>;
  difficulty: Record<Difficulty, string>;
};

const en: Words = {
  codes: {
    AC: 'Accepted',
    WA: 'Wrong answer',
    TLE: 'Time limit exceeded',
    MLE: 'Memory limit exceeded',
    OLE: 'Output limit exceeded',
    RTE: 'Runtime error',
    CE: 'Compile error',
    JE: 'Judge error',
  },
  status: { queued: 'Queued', compiling: 'Compiling', running: 'Judging' },
  difficulty: { easy: 'Easy', medium: 'Medium', hard: 'Hard' },
};

const zh: Words = {
  codes: {
    AC: '通过',
    WA: '答案错误',
    TLE: '超出时间限制',
    MLE: '超出内存限制',
    OLE: '超出输出限制',
    RTE: '运行时错误',
    CE: '编译错误',
    JE: '评测系统错误',
  },
  status: { queued: '排队中', compiling: '编译中', running: '评测中' },
  difficulty: { easy: '简单', medium: '中等', hard: '困难' },
};

export const verdictMessages = { en, zh };
