using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>A null that a converter of the project reads is read the same at each door, and is no problem of an input that is refused for another reason.</summary>
public sealed class ConvertedNullTests
{
    private const int TooLargeToKeep = 1_600_000;

    [Theory]
    [InlineData("pay_passage", """{"fare":null,"fee":2,"seats":2}""", "4")]
    [InlineData("pay_passage", """{"fare":1,"fee":null,"seats":2}""", "2")]
    [InlineData("pay_fares", "[1,null]", "1")]
    public async Task A_null_that_a_converter_reads_binds_at_each_door(string function, string input, string output)
    {
        foreach (var answer in await AskAtEachDoorAsync(function, input))
            answer.MustComplete(output);
    }

    [Theory]
    [InlineData("""{"fare":null,"fee":2,"seats":20}""")]
    [InlineData("""{"fare":1,"fee":null,"seats":20}""")]
    [InlineData("""{"seats":20,"fee":null,"fare":null}""")]
    public async Task A_null_that_a_converter_reads_hides_no_other_problem(string input)
    {
        foreach (var answer in await AskAtEachDoorAsync("pay_passage", input))
            answer.MustRefuseTheInput("$.seats: is refused (ArgumentException)");
    }

    private static async Task<Answer[]> AskAtEachDoorAsync(string function, string input)
    {
        var content = Encoding.UTF8.GetBytes(input.PadRight(TooLargeToKeep));
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        return
        [
            await endpoint.InvokeAsync(Body("function", function, input: input)),
            await endpoint.InvokeAsync(Body("function", function, InputRef(store.Url(), content))),
        ];
    }
}
