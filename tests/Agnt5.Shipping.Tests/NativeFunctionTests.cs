using Agnt5.Lambda.Tests.Emulation;

namespace Agnt5.Shipping.Tests;

/// <summary>The sample of <c>docs/deploy/aws-lambda.md</c> as the binary that is deployed, with an emulator in AWS's place.</summary>
public sealed class NativeFunctionTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello","input":{"name":"Ada"}}""";
    private const int ManyEvents = 2_000;

    private static readonly string Sample = Repository.PathOf("samples", "LambdaHello");

    [Fact]
    public async Task A_native_function_answers_cold_and_warm_and_ends_cleanly_when_AWS_ends_it()
    {
        await using var aws = await RuntimeEmulator.StartAsync();
        await using var function = NativeFunction.Start(
            await Shipment.NativeAppAsync(Sample), aws.Address, ("AGNT5_SERVERLESS_SIGNING_SECRET", PlayedRequest.Secret), ("AWS_LAMBDA_FUNCTION_VERSION", "7"));

        var manifest = (await aws.InvokeAsync(EventShape.Wrap(EventShape.FunctionUrl, PlayedRequest.Get("/.well-known/agnt5")))).ToHttp();
        Assert.Contains("\"service_version\":\"7\"", manifest.Text, StringComparison.Ordinal);
        for (var i = 0; i < ManyEvents; i++)
        {
            var answer = (await aws.InvokeAsync(EventShape.Wrap(EventShape.All[i % EventShape.All.Length], PlayedRequest.Invoke(Hello)))).ToHttp();
            Assert.Contains("\"output\":\"hello Ada\"", answer.Text, StringComparison.Ordinal);
        }

        await aws.WhenAskedAsync(ManyEvents + 2);
        await function.TerminateAsync();
        var (exitCode, output) = await function.EndAsync();
        Assert.True(exitCode == 0, output);
        Assert.Empty(aws.Violations);
    }

    [Fact]
    public async Task A_native_function_that_cannot_start_tells_AWS_why_and_ends_with_1()
    {
        await using var aws = await RuntimeEmulator.StartAsync();
        await using var function = NativeFunction.Start(await Shipment.NativeAppAsync(Sample), aws.Address, ("Agnt5__SignatureWindow", "soon"), ("AWS_LAMBDA_LOG_FORMAT", "JSON"));

        var failure = await aws.InitErrorAsync();
        var (exitCode, output) = await function.EndAsync();

        Assert.Contains("Agnt5:SignatureWindow is 'soon'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
        Assert.Contains("\"level\":\"FATAL\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_starts_the_binary_by_hand_is_told_how_to_run_it()
    {
        var (exitCode, output) = await Command.RunAsync("/", await Shipment.NativeAppAsync(Sample));

        Assert.Equal(1, exitCode);
        Assert.Contains("AWS_LAMBDA_RUNTIME_API", output, StringComparison.Ordinal);
        Assert.Contains("dotnet run", output, StringComparison.Ordinal);
    }
}
