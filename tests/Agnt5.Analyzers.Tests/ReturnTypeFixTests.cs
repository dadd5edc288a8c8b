using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1005: a component returns a valid result type, where no caller has to change for it.</summary>
public sealed class ReturnTypeFixTests
{
    [Theory]
    [InlineData("static async void Ship() => await Task.Yield();", "static async Task Ship() => await Task.Yield();", "Return Task")]
    [InlineData("async void /* why */ Ship() { await Task.Yield(); }", "async Task /* why */ Ship() { await Task.Yield(); }", "Return Task")]
    [InlineData(
        "IQueryable<int> Ship() => numbers.AsQueryable();",
        "List<int> Ship() => numbers.AsQueryable().ToList();",
        "Return a list of the query's results")]
    [InlineData(
        "IOrderedQueryable<string?> Ship() { if (numbers.Length == 0) return texts; return from text in texts orderby text select text; }",
        "List<string?> Ship() { if (numbers.Length == 0) return texts.ToList(); return (from text in texts orderby text select text).ToList(); }",
        "Return a list of the query's results")]
    [InlineData("Task<Task<int>> Ship() => Task.FromResult(Inner());", "Task<int> Ship() => Task.FromResult(Inner()).Unwrap();", "Return the inner task")]
    [InlineData("Task<Task> Ship() { return Task.Run(() => Task.FromResult(Task.CompletedTask)); }", null, "Return the inner task")]
    [InlineData(
        "async Task<Task<int>> Ship() { await Task.Yield(); return Inner(); }",
        "async Task<int> Ship() { await Task.Yield(); return await Inner(); }",
        "Return the inner task")]
    public async Task The_return_type_becomes_one_that_can_be_a_result(string before, string? after, string title)
    {
        if (after is null)
            after = before.Replace("Task<Task>", "Task").Replace("Task.CompletedTask));", "Task.CompletedTask)).Unwrap();");
        await VerifyFix.ChangesAsync("AGT1005", Orders($"[Function] public {before}"), Orders($"[Function] public {after}"), title);
    }

    [Fact]
    public async Task Fix_All_returns_a_task_from_every_async_void_and_its_calls_go_on_compiling() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1005",
            Orders("[Function] public async void Ship() => await Task.Yield();\n\n    [Function] public async void Bill() => await Task.Yield();\n\n    public void Both() { Ship(); Bill(); }"),
            Orders("[Function] public async Task Ship() => await Task.Yield();\n\n    [Function] public async Task Bill() => await Task.Yield();\n\n    public void Both() { Ship(); Bill(); }"));

    [Theory]
    [InlineData("[Function] public async void Ship() => await Task.Yield(); public Action Delegate => Ship;")]
    [InlineData("[Function] public virtual async void Ship() => await Task.Yield();")]
    [InlineData("[Function] public IQueryable<int> Ship() => numbers.AsQueryable(); public int Count => Ship().Count();")]
    [InlineData("[Function] public IQueryable<int> Ship() => throw new NotSupportedException();")]
    [InlineData("[Function] public IQueryable<int> Ship() { return null!; }")]
    [InlineData("[Function] public Task<IQueryable<int>> Ship() => Task.FromResult(numbers.AsQueryable());")]
    [InlineData("[Function] public Task<Task<int>> Ship() => Task.FromResult(Inner()); public async Task<int> Run() => await await Ship();")]
    [InlineData("[Function] public async Task<Task> Ship() { await Task.Yield(); return Task.CompletedTask; }")]
    [InlineData("[Function] public Task<ValueTask> Ship() => Task.FromResult(default(ValueTask));")]
    [InlineData("[Function] public Stream Ship() => Stream.Null;")]
    public async Task Where_more_than_the_method_would_have_to_change_it_is_the_users_to_decide(string member) =>
        await VerifyFix.OffersNothingAsync("AGT1005", Orders(member));

    private static string Orders(string member) => $$"""
        public class Orders
        {
            private static readonly int[] numbers = [];
            private static readonly IOrderedQueryable<string?> texts = null!;
            private static Task<int> Inner() => Task.FromResult(1);

            {{member}}
        }
        """;
}
