using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT2005: the method around the call takes the metadata and passes it on.</summary>
public sealed class OpenDurableTypeFixTests
{
    [Theory]
    [InlineData(
        "Task<T> Run<T>(WorkflowContext context, Func<CancellationToken, Task<T>> body) => context.StepAsync(\"run\", body);",
        "Task<T> Run<T>(WorkflowContext context, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> type) => context.StepAsync(\"run\", body, type);")]
    [InlineData(
        "Task<T> Run<T>(WorkflowContext context, Func<Task<T>> body, StepOptions? options = null) => context.StepAsync(\"run\", body, options);",
        "Task<T> Run<T>(WorkflowContext context, Func<Task<T>> body, JsonTypeInfo<T> type, StepOptions? options = null) => context.StepAsync(\"run\", _ => body(), type, options);")]
    [InlineData(
        "Task<T> Run<T>(WorkflowContext context, Func<T> body) => context.StepAsync(\"run\", body);",
        "Task<T> Run<T>(WorkflowContext context, Func<T> body, JsonTypeInfo<T> type) => context.StepAsync(\"run\", _ => Task.FromResult(body()), type);")]
    [InlineData(
        "Task<List<TItem>> Run<TItem>(WorkflowContext context) => context.StepAsync<List<TItem>>(\"run\", () => []);",
        "Task<List<TItem>> Run<TItem>(WorkflowContext context, JsonTypeInfo<List<TItem>> listOfTItemType) "
            + "=> context.StepAsync<List<TItem>>(\"run\", _ => Task.FromResult<List<TItem>>([]), listOfTItemType);")]
    [InlineData(
        "Task<T> Run<T>(WorkflowContext context, T type) => context.StepAsync(name: \"run\", body: async () => { await Task.Yield(); return type; });",
        "Task<T> Run<T>(WorkflowContext context, T type, JsonTypeInfo<T> type2) => context.StepAsync(name: \"run\", body: async _ => { await Task.Yield(); return type; }, resultType: type2);")]
    [InlineData(
        "Task<TSignal> Wait<TSignal>(WorkflowContext context) => context.WaitForSignalAsync<TSignal>(\"signal\", timeout: TimeSpan.FromHours(1));",
        "Task<TSignal> Wait<TSignal>(WorkflowContext context, JsonTypeInfo<TSignal> signalType) => context.WaitForSignalAsync<TSignal>(\"signal\", signalType, timeout: TimeSpan.FromHours(1));")]
    [InlineData(
        "ValueTask Emit<T>(ComponentContext context, params T[] items) => context.EmitAsync(\"items\", items);",
        "ValueTask Emit<T>(ComponentContext context, JsonTypeInfo<T[]> tArrayType, params T[] items) => context.EmitAsync(\"items\", items, tArrayType);")]
    [InlineData(
        "Task<T> Wait<T>(WorkflowContext context, JsonTypeInfo<T> known) => context.WaitForSignalAsync<T>(\"signal\");",
        "Task<T> Wait<T>(WorkflowContext context, JsonTypeInfo<T> known) => context.WaitForSignalAsync<T>(\"signal\", known);")]
    public async Task The_caller_supplies_the_metadata(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT2005", Helpers(before), Helpers(after));

    [Fact]
    public async Task Fix_All_adds_one_parameter_for_each_type() =>
        await VerifyFix.ChangesAllAsync(
            "AGT2005",
            """
            public static class Helpers
            {
                // Twice the same type, and another one.
                public static async Task Run<T, TOther>(
                    WorkflowContext context,
                    T item)
                {
                    await context.EmitAsync("first", item);
                    await context.EmitAsync("second", item);
                    await Other();

                    Task<TOther> Other() => context.WaitForSignalAsync<TOther>("other");
                }

                public static ValueTask Report<T>(FunctionContext context, T item) => context.EmitAsync("item", item);
            }
            """,
            """
            using System.Text.Json.Serialization.Metadata;

            public static class Helpers
            {
                // Twice the same type, and another one.
                public static async Task Run<T, TOther>(
                    WorkflowContext context,
                    T item, JsonTypeInfo<T> type, JsonTypeInfo<TOther> otherType)
                {
                    await context.EmitAsync("first", item, type);
                    await context.EmitAsync("second", item, type);
                    await Other();

                    Task<TOther> Other() => context.WaitForSignalAsync<TOther>("other", otherType);
                }

                public static ValueTask Report<T>(FunctionContext context, T item, JsonTypeInfo<T> type) => context.EmitAsync("item", item, type);
            }
            """);

    [Theory]
    [InlineData("public class Helpers { public virtual ValueTask Emit<T>(ComponentContext context, T item) => context.EmitAsync(\"item\", item); }")]
    [InlineData(
        "public interface IHelper { ValueTask Emit<T>(ComponentContext context, T item); } "
            + "public class Helper : IHelper { public ValueTask Emit<T>(ComponentContext context, T item) => context.EmitAsync(\"item\", item); }")]
    [InlineData(
        "public static class Helpers { public static ValueTask Emit<T>(ComponentContext context, T item) => context.EmitAsync(\"item\", item); "
            + "public static ValueTask Emit<T>(ComponentContext context, T item, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => context.EmitAsync(\"item\", item, type); }")]
    [InlineData(
        "public static class Helpers { public static void Run(WorkflowContext context) { Wait<int>(); "
            + "Task<T> Wait<T>() => context.WaitForSignalAsync<T>(\"signal\"); } }")]
    [InlineData(
        "public static class Helpers { public static Func<WorkflowContext, Task<T>> Wait<T>() => static context => context.WaitForSignalAsync<T>(\"signal\"); }")]
    [InlineData("public class Inbox<T>(WorkflowContext context) { public Task<T> Next => context.WaitForSignalAsync<T>(\"next\"); }")]
    [InlineData("public static class Helpers { public static Task<T> Run<T>(WorkflowContext context, T item) => context.StepAsync(\"run\", () => { return item; }); }")]
    public async Task A_method_whose_shape_others_decide_is_left_alone(string source) => await VerifyFix.OffersNothingAsync("AGT2005", source);

    private static string Helpers(string member) => $$"""
        using System.Text.Json.Serialization.Metadata;

        public static class Helpers
        {
            public static {{member}}
        }
        """;
}
