using System.Text.Json.Serialization.Metadata;

public static class Steps
{
    public static Task<T> RunAsync<T>(WorkflowContext context, Func<Task<T>> body) => context.{|AGT2005:StepAsync|}("run", body);

    public static Task<List<T>> ListAsync<T>(WorkflowContext context) => context.{|AGT2005:StepAsync<List<T>>|}("list", () => []);

    public static Task<T> RunAsync<T>(WorkflowContext context, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> type) =>
        context.StepAsync("run", body, type);

    public static Task<T> WaitAsync<T>(WorkflowContext context) => context.{|AGT2005:WaitForSignalAsync<T>|}("arrived");

    public static Task<SignalResult<T>> TryAsync<T>(WorkflowContext context) => context.{|AGT2005:TryWaitForSignalAsync<T>|}("arrived");

    public static Task<SignalResult<T>> TryAsync<T>(WorkflowContext context, JsonTypeInfo<T> type) => context.TryWaitForSignalAsync("arrived", type);

    public static Task<T> WaitAsync<T>(WorkflowContext context, JsonTypeInfo<T> type) => context.WaitForSignalAsync("arrived", type);

    public static ValueTask ReportAsync<T>(ComponentContext context, T item) => context.{|AGT2005:EmitAsync|}("item", item);

    public static ValueTask ReportAsync<T>(FunctionContext context, T[] items) => context.{|AGT2005:EmitAsync|}("items", items);

    public static ValueTask ReportAsync<T>(WorkflowContext context, List<T> items) => context.{|AGT2005:EmitAsync|}("items", items, new EmitOptions());

    public static ValueTask ReportAsync<T>(WorkflowContext context, T item, JsonTypeInfo<T> type) => context.EmitAsync("item", item, type);

    public static ValueTask ReportAsync<T>(ComponentContext context, IEnumerable<T> items) => context.EmitAsync("count", items.Count());

    public static Task<int> CountAsync<T>(WorkflowContext context, IEnumerable<T> items) => context.StepAsync("count", () => items.Count());

    public static Task WithoutResultAsync<T>(WorkflowContext context, T item) => context.StepAsync("use", () => Console.WriteLine(item));
}

public class Inbox<T>
{
    public Task<T[]>? ReadAsync(WorkflowContext? context) => context?.{|AGT2005:StepAsync<T[]>|}("read", () => []);
}

public static class Agents
{
    public static Task<T> AskAsync<T>(AgentContext context) => context.{|AGT2005:RunAsync<T>|}("hello");

    public static Task<T[]> DelegateAsync<T>(WorkflowContext context) => context.{|AGT2005:RunAgentAsync<T[]>|}("desk", "hello");

    public static Task<string> AskAsync(AgentContext context) => context.RunAsync("hello");

    public static Task<int> CountAsync(AgentContext context) => context.RunAgentAsync<int>("counter", "hello");
}
