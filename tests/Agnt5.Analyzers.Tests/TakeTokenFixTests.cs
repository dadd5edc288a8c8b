using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT1014: the method takes a token, and its callers still compile.</summary>
public sealed class TakeTokenFixTests
{
    [Theory]
    [InlineData("()", "(CancellationToken cancellationToken = default)")]
    [InlineData("(FunctionContext ctx, string id)", "(FunctionContext ctx, string id, CancellationToken cancellationToken = default)")]
    [InlineData("(string id, int count = 3)", "(string id, int count = 3, CancellationToken cancellationToken = default)")]
    public async Task A_token_is_the_last_parameter_and_may_be_left_out(string before, string after) =>
        await VerifyFix.ChangesAsync(
            "AGT1014",
            Orders($"[Function]\n    public async Task Ship{before} => await Task.Delay(1);"),
            Orders($"[Function]\n    public async Task Ship{after} => await Task.Delay(1);"),
            "Take a CancellationToken");

    [Fact]
    public async Task Fix_All_takes_a_token_everywhere_and_no_caller_has_to_change() =>
        await VerifyFix.ChangesAllAsync(
            "AGT1014",
            """
            public static class Orders
            {
                // Ships.
                [Function] public static async Task Ship(string id) => await Task.Delay(1);

                [Function]
                public static async Task Bill(
                    string id)
                {
                    await Task.Delay(1);
                }

                public static async Task Both() => await Task.WhenAll(Ship("a"), Orders.Bill(id: nameof(Ship)));
            }
            """,
            """
            public static class Orders
            {
                // Ships.
                [Function] public static async Task Ship(string id, CancellationToken cancellationToken = default) => await Task.Delay(1);

                [Function]
                public static async Task Bill(
                    string id, CancellationToken cancellationToken = default)
                {
                    await Task.Delay(1);
                }

                public static async Task Both() => await Task.WhenAll(Ship("a"), Orders.Bill(id: nameof(Ship)));
            }
            """);

    [Theory]
    [InlineData("[Function] public async Task Ship(params int[] lines) => await Task.Delay(1);")]
    [InlineData("[Function] public async Task Ship(int line) => await Task.Delay(1); public void Ship(object line) { }")]
    [InlineData("[Function] public virtual async Task Ship() => await Task.Delay(1);")]
    [InlineData("[Function] public async Task Ship(int cancellationToken) => await Task.Delay(cancellationToken);")]
    [InlineData("[Function] public async Task Ship() => await Task.Delay(1); public Func<Task> Delegate => Ship;")]
    [InlineData("[Function] public async Task Ship() => await Task.Delay(1); public Task Run() => Task.Run(this.Ship);")]
    [InlineData("[Function] public async Task DisposeAsync() => await Task.Delay(1);", ": IOwn")]
    [InlineData("[Function] public async IAsyncEnumerable<int> Ship() { await Task.Delay(1); yield return 1; }")]
    public async Task Where_others_rely_on_what_the_method_looks_like_it_is_the_users_to_decide(string member, string bases = "") =>
        await VerifyFix.OffersNothingAsync("AGT1014", Orders(member, bases) + "public interface IOwn { Task DisposeAsync(); }");

    private static string Orders(string member, string bases = "") => $$"""
        public class Orders{{bases}}
        {
            {{member}}
        }

        """;
}
