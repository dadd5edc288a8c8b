using System.Text;
using Agnt5.Hostile.Tests.Components;
using Line = Agnt5.Hostile.Tests.Lines.Line;

namespace Agnt5.Hostile.Tests.Growth;

/// <summary>A caller who sends a hundred thousand refused values does not make the project's code throw a hundred thousand times: an exception costs far more than the bytes that caused it.</summary>
[Collection(Alone.Name)]
public sealed class RefusalTests
{
    private const int Values = 100_000;

    // One reason has about 50 characters of the 8 KiB that an error has room for. Exceptions without a reason do not fill it.
    private const int MostWithReason = 300;
    private const int MostWithoutReason = 32;

    [Theory]
    [InlineData("json", MostWithoutReason)]
    [InlineData("unsupported", MostWithoutReason)]
    [InlineData("format", MostWithReason)]
    public async Task Many_items_that_a_converter_refuses_make_it_throw_a_few_times(string refusal, int most) =>
        await MustThrowAtMostAsync(most, Line.Invoke("function", "add_prices", $"[{GrowingRequest.List(Values, _ => $$"""{"price":"{{refusal}}"}""")}]"));

    [Theory]
    [InlineData("json", MostWithoutReason)]
    [InlineData("unsupported", MostWithoutReason)]
    [InlineData("format", MostWithReason)]
    public async Task Many_entries_that_a_converter_refuses_make_it_throw_a_few_times(string refusal, int most) =>
        await MustThrowAtMostAsync(most, Line.Invoke("function", "add_prices_by_name", $"{{{GrowingRequest.List(Values, i => $$"""
            "{{i}}":{"price":"{{refusal}}"}
            """)}}}"));

    private static async Task MustThrowAtMostAsync(int most, string body)
    {
        var before = PickyConverter.Refusals;

        var text = await GrowingRequest.AnswerAsync(Encoding.UTF8.GetBytes(body));

        Assert.StartsWith(GrowingRequest.Failed, text, StringComparison.Ordinal);
        Assert.InRange(PickyConverter.Refusals - before, 1, most);
    }
}
