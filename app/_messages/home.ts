const en = {
  sentence: 'Sharpen what you know about making large models cheaper to run.',
  lead: 'Questions as interviewers ask them, and small problems in TypeScript that a judge grades: pruning, quantization, distillation, and what follows from them.',
  start: 'Read a question',
  solve: 'Solve a problem',
  verdict: {
    caption: 'A verdict, as you will see it',
    test: 'Sample 1 · a perceptron 10–50–3',
    expected: 'Expected',
    yours: 'Yours',
    difference: 'Difference',
    looksLike: (mistake: string) => `It looks like this: ${mistake}`,
    problem: 'Count the parameters',
  },
  comeBack: 'Welcome back',
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
    expected: '期望',
    yours: '你的输出',
    difference: '差值',
    looksLike: (mistake) => `看起来是这个问题：${mistake}`,
    problem: '数一数参数量',
  },
  comeBack: '欢迎回来',
  leftOff: '上次看到这里',
  suggestion: '接下来建议',
  reasons: { continue: '看过答案，自测还没做完', fresh: '还没有看过', solve: '自测都已完成，动手写吧' },
  questions: '问答',
  allQuestions: '全部问答',
  problems: '编程题',
  allProblems: '全部编程题',
};

export const homeMessages = { en, zh };
