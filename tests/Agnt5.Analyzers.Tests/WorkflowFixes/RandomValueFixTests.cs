using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4002: takes random values from the context.</summary>
public sealed class RandomValueFixTests
{
    [Theory]
    [InlineData("var id = Guid.NewGuid();", "var id = ctx.NewGuid();")]
    [InlineData("Guid.NewGuid();", "ctx.NewGuid();")]
    [InlineData("var die = Random.Shared.Next(6);", "var die = ctx.Random.Next(6);")]
    [InlineData("Func<Guid> make = Guid.NewGuid; make();", "Func<Guid> make = ctx.NewGuid; make();")]
    [InlineData("Random random = new(); // dice", "Random random = ctx.Random; // dice")]
    public async Task A_value_comes_from_the_context(string before, string after) =>
        await VerifyFix.ChangesAsync("AGT4002", WorkflowSource.Run(before), WorkflowSource.Run(after));

    [Fact]
    public async Task Fix_All_changes_every_value_outside_of_steps() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4002",
            WorkflowSource.Run(
                """
                var ids = new[] { Guid.NewGuid(), /* second */ Guid.NewGuid() };
                var name = $"{Guid.NewGuid():N}-{new Random().Next()}";
                await ctx.StepAsync("id", () => Guid.NewGuid());
                """),
            WorkflowSource.Run(
                """
                var ids = new[] { ctx.NewGuid(), /* second */ ctx.NewGuid() };
                var name = $"{ctx.NewGuid():N}-{ctx.Random.Next()}";
                await ctx.StepAsync("id", () => Guid.NewGuid());
                """));

    [Theory]
    [InlineData("var secret = System.Security.Cryptography.RandomNumberGenerator.GetInt32(6);")]
    [InlineData("var name = Path.GetRandomFileName();")]
    [InlineData("var id = Guid.CreateVersion7();")]
    [InlineData("new Random();")]
    [InlineData("static Guid New() => Guid.NewGuid();\n        New();")]
    public async Task A_secret_or_a_value_of_another_kind_is_the_users(string body) =>
        await VerifyFix.OffersNothingAsync("AGT4002", WorkflowSource.Run(body));
}
