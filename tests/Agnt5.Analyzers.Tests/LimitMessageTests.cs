using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>A limit that no input could ever meet, or that nobody can read, is found when the project is built and not by the first caller.</summary>
public sealed class LimitMessageTests
{
    [Theory]
    [InlineData("[Range(5, 3)] int Value", "'Order.Value' has a [Range] that no value is in: from 5 to 3")]
    [InlineData("[Range(3.0, 3.0, MaximumIsExclusive = true)] double Value", "'Order.Value' has a [Range] that no value is in: from 3 to 3")]
    [InlineData("[Range(300, 400)] byte Value", "'Order.Value' has a [Range] that no value is in: from 300 to 400")]
    [InlineData("[Range(typeof(decimal), \"one\", \"2\")] decimal Value", "'Order.Value' has a [Range] whose bound \"one\" is not a valid decimal")]
    [InlineData("[Range(typeof(DateOnly), \"31.12.2026\", \"2027-01-01\")] DateOnly Value", "'Order.Value' has a [Range] whose bound \"31.12.2026\" is not a valid DateOnly")]
    [InlineData("[Range(typeof(TimeSpan), \"02:00\", \"01:00\")] TimeSpan? Value", "'Order.Value' has a [Range] that no value is in: from 02:00 to 01:00")]
    [InlineData("[MinLength(5), MaxLength(3)] string Value", "'Order.Value' cannot have a length that is at least 5 and at most 3")]
    [InlineData("[StringLength(2, MinimumLength = 3)] string Value", "'Order.Value' cannot have a length that is at least 3 and at most 2")]
    [InlineData("[MaxLength(-2)] List<int> Value", "'Order.Value' has a [MaxLength] that is negative")]
    [InlineData("[RegularExpression(\"(a\")] string Value", "'Order.Value' has a [RegularExpression] that .NET cannot read: ")]
    [InlineData("[AllowedValues(1, \"two\")] int Value", "'Order.Value' has [AllowedValues] with \"two\", which is not a valid int")]
    [InlineData("[property: DeniedValues(300)] byte Value", "'Order.Value' has [DeniedValues] with 300, which is not a valid byte")]
    public async Task A_limit_that_cannot_be_meant_is_named_with_its_member(string parameter, string beginning) =>
        Assert.StartsWith(beginning, await MessageAsync("[Function] public static void Import(Order order) { }", parameter), StringComparison.Ordinal);

    [Fact]
    public async Task A_limit_of_a_components_own_parameter_is_checked_too() =>
        Assert.StartsWith(
            "'count' has a [Range] that no value is in: from 5 to 3",
            await MessageAsync("[Function] public static void Import([Range(5, 3)] int count) { }", "int Value"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("[MaxLength(3)] int Value")]
    [InlineData("[Range(1, 2)] string Value")]
    [InlineData("[Range(0, double.MaxValue)] decimal Value")]
    [InlineData("[Range(0, double.PositiveInfinity)] long Value")]
    [InlineData("[Range(0, long.MaxValue)] int Value")]
    [InlineData("[AllowedValues(1, 2)] long Value")]
    [InlineData("[MaxLength] string Value")]
    public async Task A_limit_that_says_nothing_new_is_no_finding(string parameter) =>
        await Verify.FindsAsync($$"""
            using System.ComponentModel.DataAnnotations;
            public sealed record Order({{parameter}});
            public static class Orders { [Function] public static void Import(Order order) { } }
            """);

    private static Task<string> MessageAsync(string component, string parameter) => Verify.MessageAsync($$"""
        using System.ComponentModel.DataAnnotations;
        public sealed record Order({{parameter}});
        public static class Orders { {{component}} }
        """);
}
