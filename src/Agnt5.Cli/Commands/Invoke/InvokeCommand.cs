using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Endpoints;
using Agnt5.Cli.Input;
using Agnt5.Cli.Output;
using Agnt5.Local.Dispatch;

namespace Agnt5.Cli.Commands.Invoke;

/// <summary><c>dotnet agnt5 invoke</c>: sends one signed request to an endpoint, as AGNT5 would for one slice of a run.</summary>
internal static class InvokeCommand
{
    private static readonly Argument<string> Url = new("url") { Description = "Where the endpoint is mounted." };
    private static readonly Argument<string> Name = new("name") { Description = "The component's name." };
    private static readonly Option<string> Input = new("--input") { Description = $"The input: {JsonArgument.Forms}.", HelpName = "json", DefaultValueFactory = static _ => "{}" };
    private static readonly Option<string?> Type = new("--type") { Description = "The component's type. Default: what the manifest says." };
    private static readonly Option<string?> RunId = new("--run-id") { Description = "The run. Default: a new one.", HelpName = "id" };
    private static readonly Option<int> Attempt = new("--attempt") { Description = "How many attempts have failed before.", HelpName = "number" };
    private static readonly Option<FileInfo?> Checkpoint = new("--checkpoint") { Description = "The checkpoint to go on from: a file with an answer of this command in JSON.", HelpName = "file" };
    private static readonly Option<string[]> Metadata = new("--metadata") { Description = "A member of the metadata, for example user_response=true. Repeat it for more.", HelpName = "name=text" };

    public static Command Create()
    {
        Type.AcceptOnlyFromAmong("workflow", "function", "agent", "tool");
        var command = new Command("invoke", "Sends one signed request to an endpoint, and shows the answer.") { Url, Name, Input, Type, RunId, Attempt, Checkpoint, Metadata };
        SecretOptions.AddTo(command);
        EndpointHeaders.AddTo(command);
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Metadata) is { } members && members.Any(static member => member.IndexOf('=', StringComparison.Ordinal) is < 1))
                result.AddError("--metadata is written as name=text.");
            if (result.GetValue(Attempt) < 0)
                result.AddError("--attempt counts from 0.");
        });
        command.SetAction(InvokeAsync);
        return command;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var url = EndpointUrl.Of(parsed.GetRequiredValue(Url));
        var secret = SecretOptions.Read(parsed) ?? EnvironmentSecret.Find()
            ?? throw new CliException(ExitCodes.Usage, "SECRET_MISSING", $"Invokes are signed. Name the secret with --secret-env or --secret-file, or set {EnvironmentSecret.Names}.");
        var (name, headers) = (parsed.GetRequiredValue(Name), EndpointHeaders.Read(parsed));
        var invoke = new SentInvoke
        {
            RunId = parsed.GetValue(RunId) ?? SentInvoke.NewRunId(),
            ComponentName = name,
            ComponentType = parsed.GetValue(Type) ?? "",
            Attempt = parsed.GetValue(Attempt),
            Input = await JsonArgument.ReadAsync(parsed.GetRequiredValue(Input), "--input", cancellationToken).ConfigureAwait(false),
            Checkpoint = parsed.GetValue(Checkpoint) is { } file ? CheckpointFile.Read(file) : default,
            Metadata = [.. (parsed.GetValue(Metadata) ?? []).Select(static member => member.Split('=', 2)).Select(static pair => KeyValuePair.Create(pair[0], pair[1]))],
        };
        using var caller = new EndpointCaller(url, secret, headers, TimeProvider.System);
        if (invoke.ComponentType.Length == 0)
            invoke = invoke with { ComponentType = ManifestComponents.TypeOf(await EndpointManifest.GetAsync(url, headers, cancellationToken).ConfigureAwait(false), name) };
        var answer = await caller.SendAsync(invoke, InvokeSignature.Right, cancellationToken).ConfigureAwait(false);
        if (answer.Status is null && answer.Result is InvokeLost lost)
            throw new EndpointException(lost.Code, lost.Message);
        InvokeOutput.Write(CommandOutput.Of(parsed), invoke.RunId, answer);
        return answer.IsWell ? ExitCodes.Success : answer.Result is InvokeAnswered ? ExitCodes.Failed : ExitCodes.Refused;
    }
}
