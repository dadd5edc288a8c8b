namespace Agnt5.TypeCorpus.Types;

public sealed record Page<T>(IReadOnlyList<T> Items, string? Next = null)
{
    public long Total { get; init; } = 100;
}

public sealed class Box<T>
{
    public T? Content { get; init; }

    public T[] Items { get; set; } = [];

    public required T Must { get; init; }
}

public sealed record Either<TLeft, TRight>(TLeft? Left, TRight? Right)
    where TLeft : class
    where TRight : struct;

public class OuterGeneric<T>
    where T : struct
{
    public sealed class Inner<TInner>
        where TInner : class
    {
        public required T Outer { get; init; }

        public required TInner Value { get; init; }
    }
}

public class Repository<TEntity, TKey>
    where TEntity : Entity<TKey>
    where TKey : IEquatable<TKey>
{
    public Dictionary<string, TEntity> Entities { get; init; } = [];

    public TKey? Last { get; init; }
}

public sealed class Invoices : Repository<Invoice, Guid>;

public static class GenericComponents
{
    [Workflow] public static Task<Page<Person>> PageOfPeople(WorkflowContext run, [Input] Page<Person> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Page<int?>> PageOfNumbers(WorkflowContext run, [Input] Page<int?> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Page<Page<string>>> PageOfPages(WorkflowContext run, [Input] Page<Page<string>> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Box<int>> BoxOfInt(WorkflowContext run, [Input] Box<int> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Box<string>> BoxOfText(WorkflowContext run, [Input] Box<string> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Box<Priority?>> BoxOfPriority(WorkflowContext run, [Input] Box<Priority?> value) => run.StepAsync("value", () => value);

    [Workflow] public static Task<Either<Person, Point>> Either(WorkflowContext run, [Input] Either<Person, Point> value) => run.StepAsync("value", () => value);

    [Workflow]
    public static Task<OuterGeneric<int>.Inner<string>> NestedGeneric(WorkflowContext run, [Input] OuterGeneric<int>.Inner<string> value) =>
        run.StepAsync("value", () => value);

    [Workflow] public static Task<Invoices> Invoices(WorkflowContext run, [Input] Invoices value) => run.StepAsync("value", () => value);
}
