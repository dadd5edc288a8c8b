namespace Agnt5.TypeCorpus.Types;

public sealed record Tuples((int Left, string Right) Named, (int, string?) Plain, (Person Person, (int X, int Y) Inner)? Maybe, List<(string Key, decimal Value)> Several);

public static class TupleComponents
{
    [Workflow] public static Task<(int Count, string Text)> NamedTuple(WorkflowContext run, [Input] (int Count, string Text) value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<(int, string)> PlainTuple(WorkflowContext run, [Input] (int, string) value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<(int A, int B, int C, int D, int E, int F, int G, int H, string I)> LongTuple(
        WorkflowContext run, [Input] (int A, int B, int C, int D, int E, int F, int G, int H, string I) value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Tuples> Tuples(WorkflowContext run, [Input] Tuples value) => run.StepAsync("value", () => value);
}
