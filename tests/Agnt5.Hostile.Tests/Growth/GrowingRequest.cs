using System.Text;
using Agnt5.Hostile.Tests.Hosting;
using Agnt5.Tests.Shared;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Hostile.Tests.Growth;

/// <summary>A request to the endpoint of this project, without a web server, whose lists a test makes longer.</summary>
internal static class GrowingRequest
{
    public const string Completed = """{"status":"completed""";
    public const string Suspended = """{"status":"suspended""";
    public const string Failed = """{"status":"failed""";

    private const int Shown = 1_000;

    private static readonly ServerlessEndpoint Endpoint = new(
        Agnt5Components.Catalog,
        new ServerlessOptions { AllowUnsigned = true, IsDevelopment = true, AcceptUnaskedAnswers = true },
        new ServiceCollection().AddSingleton<IChatClient, CountingModel>().BuildServiceProvider());

    /// <summary>Checks that a request with twice as many elements costs about twice the processor time.</summary>
    /// <param name="n">How many elements the smaller request has.</param>
    /// <param name="write">Writes the body of a request with so many elements.</param>
    /// <param name="answer">How the answer must begin.</param>
    public static Task<string> MustDoubleAsync(int n, Func<int, string> write, string answer) => Doubling.MustHoldForTimeAsync(n, size =>
    {
        var body = Encoding.UTF8.GetBytes(write(size));
        return async () =>
        {
            var text = await AnswerAsync(body);
            Assert.True(text.StartsWith(answer, StringComparison.Ordinal), $"Expected an answer that begins with {answer}, got {text}");
        };
    });

    /// <summary>Sends a request, and returns the beginning of its answer.</summary>
    public static async Task<string> AnswerAsync(byte[] body)
    {
        using var response = await Endpoint.HandleAsync(InMemoryRequest.Invoke(body), CancellationToken.None);
        return Encoding.UTF8.GetString(response.Body.Span[..Math.Min(response.Body.Length, Shown)]);
    }

    /// <summary>Writes the body of a workflow's request.</summary>
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="input">Its input as JSON.</param>
    /// <param name="steps">The members of the recorded steps.</param>
    /// <param name="more">More members of the request.</param>
    public static string Of(string workflow, string input, string steps = "", string more = "") =>
        $$$"""{"component_type":"workflow","component_name":"{{{workflow}}}","run_id":"run-1","input":{{{input}}},"checkpoint":{"steps":{ {{{steps}}} } } {{{more}}} }""";

    /// <summary>Joins as many elements as a list has.</summary>
    public static string List(int count, Func<int, string> element) => string.Join(',', Enumerable.Range(0, count).Select(element));
}
