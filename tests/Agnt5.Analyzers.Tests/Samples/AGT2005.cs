using System.Text.Json.Serialization.Metadata;

public static class Steps
{
    public static Task<T> RunAsync<T>(WorkflowContext context, Func<Task<T>> body) => context.{|AGT2005:StepAsync|}("run", body);

    public static Task<List<T>> ListAsync<T>(WorkflowContext context) => context.{|AGT2005:StepAsync<List<T>>|}("list", () => []);

    public static Task<T> RunAsync<T>(WorkflowContext context, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> type) =>
        context.StepAsync("run", body, type);

    public static Task<int> CountAsync<T>(WorkflowContext context, IEnumerable<T> items) => context.StepAsync("count", () => items.Count());

    public static Task WithoutResultAsync<T>(WorkflowContext context, T item) => context.StepAsync("use", () => Console.WriteLine(item));
}

public class Inbox<T>
{
    public Task<T[]>? ReadAsync(WorkflowContext? context) => context?.{|AGT2005:StepAsync<T[]>|}("read", () => []);
}
