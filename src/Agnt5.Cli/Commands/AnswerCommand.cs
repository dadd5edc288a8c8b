using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands;

/// <summary><c>dotnet agnt5 answer</c>: answers the question that a run asks.</summary>
internal static class AnswerCommand
{
    private static readonly Argument<string> Run = RunArgument.Create();
    private static readonly Argument<string[]> Texts = new("text") { Description = "The answer, or the id of an option. Several where the question takes several.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Skip = new("--skip") { Description = "Skips the question, where it may be skipped." };

    public static Command Create()
    {
        var command = new Command("answer", "Answers the question that a run asks.") { Run, Texts, Skip };
        GatewayOptions.AddTo(command);
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Skip) == (result.GetValue(Texts) is { Length: > 0 }))
                result.AddError("Give an answer, or --skip.");
        });
        command.SetAction(AnswerAsync);
        return command;
    }

    private static async Task<int> AnswerAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var client = GatewayOptions.Connect(parsed);
        var runId = parsed.GetRequiredValue(Run);
        var answering = (parsed.GetValue(Skip), parsed.GetValue(Texts)) switch
        {
            (true, _) => client.SkipAsync(runId, cancellationToken: cancellationToken),
            (_, [var text]) => client.AnswerAsync(runId, text, cancellationToken: cancellationToken),
            (_, var options) => client.AnswerAsync(runId, options!, cancellationToken: cancellationToken),
        };
        await answering.ConfigureAwait(false);
        CommandOutput.Of(parsed).WriteDone($"The run {runId} has its answer.", json => json.WriteString("run_id"u8, runId));
        return ExitCodes.Success;
    }
}
