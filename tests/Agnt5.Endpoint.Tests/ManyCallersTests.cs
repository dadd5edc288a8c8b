using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Pooled memory is shared by everyone who calls: nobody may see another's bytes.</summary>
public sealed class ManyCallersTests
{
    [Fact]
    public async Task No_caller_ever_sees_the_input_of_another()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (caller, _) =>
        {
            var text = new string((char)('a' + (caller % 26)), 1 + (caller * 7 % 6_000));
            if (caller % 3 == 0)
            {
                (await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"echo","input":"{{text}}"}""")).MustComplete($"\"{text}\"");
                return;
            }

            var answer = await endpoint.InvokeAsync(
                $$"""{ "component_type":"workflow","component_name":"keyed_steps","run_id":"{{caller}}","input":{"names":["{{text}}"]},"checkpoint":{"steps":{"mine":"{{text}}"} } }""");
            answer.MustComplete($"[\"{text.ToUpperInvariant()}\"]");
            Assert.Equal(text, answer.Json["checkpoint"]!["steps"]!["mine"]!.GetValue<string>());
        });
    }
}
