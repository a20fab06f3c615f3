const en = {
  sentence: 'Sharpen what you know about making large models cheaper to run.',
  lead: 'Questions as interviewers ask them, and small problems in TypeScript that a judge grades: pruning, quantization, distillation, and what follows from them.',
  start: 'Read a question',
  solve: 'Solve a problem',
  verdict: {
    caption: 'A verdict, as you will see it',
    test: 'Sample 1 · a perceptron 10–50–3',
    problem: 'Count the parameters',
  },
  comeBack: 'Welcome back',
  today: 'Practice today',
  due: ({ review, fresh }: { review: number; fresh: number }) =>
    [review > 0 && `${review} to review`, fresh > 0 && `${fresh} new`].filter(Boolean).join(' · '),
  nothingDue: 'Nothing is due',
  leftOff: 'Where you left off',
  suggestion: 'Suggested next',
  reasons: {
    continue: 'Answer seen, checks still open',
    fresh: 'Not opened yet',
    solve: 'All checks done: now write it',
  },
  questions: 'Questions',
  allQuestions: 'All questions',
  problems: 'Problems',
  allProblems: 'All problems',
};

const zh: typeof en = {
  sentence: '把“让大模型跑得更省”的本领磨快。',
  lead: '面试官真会问的问题，加上由评测系统判分的 TypeScript 小题：剪枝、量化、蒸馏，以及由此而来的一切。',
  start: '读一道问答',
  solve: '做一道编程题',
  verdict: {
    caption: '评测结果就是这个样子',
    test: '样例 1 · 10–50–3 感知机',
    problem: '数一数参数量',
  },
  comeBack: '欢迎回来',
  today: '今天的复习',
  due: ({ review, fresh }) =>
    [review > 0 && `${review} 张待复习`, fresh > 0 && `${fresh} 道新题`].filter(Boolean).join(' · '),
  nothingDue: '没有到期的内容',
  leftOff: '上次看到这里',
  suggestion: '接下来建议',
  reasons: { continue: '看过答案，自测还没做完', fresh: '还没有看过', solve: '自测都已完成，动手写吧' },
  questions: '问答',
  allQuestions: '全部问答',
  problems: '编程题',
  allProblems: '全部编程题',
};

export const homeMessages = { en, zh };
