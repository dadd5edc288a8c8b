using Agnt5.Hostile.Tests.Hosting;
using Agnt5.Hostile.Tests.Lines;

namespace Agnt5.Hostile.Tests.Depth;

/// <summary>Deep JSON at every door has the answer that the bound of 256 levels gives it (protocol section 8), however deep it is.</summary>
[Collection(OneEndpoint.Name)]
public sealed class DeepDocumentTests(HostileEndpoint endpoint)
{
    private const int MostOfTheProtocol = 4_096;

    public static TheoryData<string, DeepShape> Doors()
    {
        var data = new TheoryData<string, DeepShape>();
        foreach (var door in DeepDoor.All)
        {
            foreach (var shape in Enum.GetValues<DeepShape>())
                data.Add(door.Name, shape);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Each_door_takes_what_is_within_the_bound_and_refuses_what_is_deeper(string door, DeepShape shape)
    {
        var tried = DeepDoor.All.Single(known => known.Name == door);
        int[] depths = [1, 63, 64, 65, tried.Levels - 1, tried.Levels, tried.Levels + 1, 300, MostOfTheProtocol, MostOfTheProtocol + 1, 100_000];
        foreach (var levels in depths.Where(static levels => levels is > 0 and <= 100_000))
        {
            var answer = await Line.SendAsync(endpoint, tried.Body(DeepJson.Of(shape, levels)));

            var expected = levels <= tried.Levels ? tried.Within : tried.Beyond;
            Assert.True(answer.Text.Contains(expected, StringComparison.Ordinal), $"{levels} levels: {answer.Text[..Math.Min(answer.Text.Length, 500)]}");
        }
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Json_that_stands_in_a_text_nests_to_any_depth(string door, DeepShape shape)
    {
        var tried = DeepDoor.All.Single(known => known.Name == door);
        var text = System.Text.Json.JsonSerializer.Serialize(DeepJson.Of(shape, 10_000));

        var answer = await Line.SendAsync(endpoint, tried.Body(text));

        Assert.DoesNotContain("WORKERLESS_INVALID_REQUEST", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("levels", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_how_deep_a_request_may_nest()
    {
        var answer = await Line.SendAsync(endpoint, Line.Invoke("function", "echo", Line.Nested(256)));

        Assert.Equal(400, answer.Status);
        Assert.Contains("The invoke request cannot be read: the body nests deeper than 256 levels.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_breaks_off_in_the_deepest_level_is_no_json()
    {
        var answer = await Line.SendAsync(endpoint, $"{{\"input\":{new string('[', 255)}");

        Assert.Equal(400, answer.Status);
        Assert.Contains("is not JSON", answer.Text, StringComparison.Ordinal);
    }
}
