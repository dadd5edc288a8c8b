// The workflows of the conformance suite that wait or have steps, and what the world says to them.
const approved = '{"approved":true}';

export const runs = [
  // It yields whenever the budget is spent, so with none it has no end.
  { workflow: 'research', input: { title: 'tea' }, counts: true, needsBudget: true },
  { workflow: 'keyed_steps', input: { items: ['é', 'ß', 'b', 'İ', 'a'] } },
  { workflow: 'delayed', input: {} },
  { workflow: 'unnamed_sleep', input: { ms: 90_000 } },
  { workflow: 'review', input: {}, answers: ['Zoë'] },
  { workflow: 'two_questions', input: {}, answers: ['yes', '__custom__:later'] },
  { workflow: 'approval_signal', input: {}, signal: approved },
  { workflow: 'raw_signal', input: {}, signal: 'no JSON at all' },
  { workflow: 'streaming_review', input: {}, signal: approved },
  { workflow: 'null_step', input: {}, answers: ['on'] },
  { workflow: 'state_echo', input: { value: [1.50, 'ü'] } },
  { workflow: 'unicode', input: {} },
];
