using System.CommandLine;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Dev;

/// <summary><c>dotnet agnt5 dev</c>: AGNT5 in this process, an endpoint that is built anew at each edit, and what happens in its runs.</summary>
internal static class DevCommand
{
    private static readonly Argument<string?> Target = new("target")
    {
        Description = "A project, its folder, or the URL of an endpoint in any language that runs already. Default: the project of this folder.",
        HelpName = "project|url",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int> Port = new("--port") { Description = "The port of the local AGNT5; 0 for a free one.", DefaultValueFactory = static _ => 34181 };
    private static readonly Option<int> EndpointPort = new("--endpoint-port") { Description = "The port that the project gets; 0 for a free one.", DefaultValueFactory = static _ => 8787 };
    private static readonly Option<FileInfo?> Database = new("--database") { Description = "Keeps everything in this SQLite file. Default: in memory, and gone at the end.", HelpName = "file" };
    private static readonly Option<string?> Framework = new("--framework", "-f") { Description = "The target framework, where the project has several.", HelpName = "name" };

    public static Command Create()
    {
        var command = new Command("dev", "Runs AGNT5 on this machine with your endpoint behind it, and shows what happens.") { Target, Port, EndpointPort, Database, Framework };
        SecretOptions.AddTo(command);
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Port) is < 0 or > 65535 || result.GetValue(EndpointPort) is < 0 or > 65535)
                result.AddError("A port is a number from 0 to 65535.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = DevTarget.Of(parsed.GetValue(Target));
        var secret = SecretOptions.Read(parsed);
        var local = await DevGateway.StartAsync(parsed.GetValue(Port), parsed.GetValue(Database), parsed.InvocationConfiguration.Error, cancellationToken).ConfigureAwait(false);
        await using (local.ConfigureAwait(false))
        {
            var screen = new DevScreen(CommandOutput.Of(parsed), local.Url);
            if (target.Project is { } project)
                await RunProjectAsync(project, parsed, secret ?? local.EndpointSecret, local, screen, cancellationToken).ConfigureAwait(false);
            else
                await FollowAsync(new ReleaseFollower(local.Engine, target.Url!, secret, screen), local, screen, cancellationToken).ConfigureAwait(false);
            return ExitCodes.Success;
        }
    }

    private static async Task RunProjectAsync(FileInfo file, ParseResult parsed, string secret, DevGateway local, DevScreen screen, CancellationToken cancellationToken)
    {
        var url = WatchedProject.Address(parsed.GetValue(EndpointPort));
        screen.Note($"Building {file.FullName} …");
        var project = WatchedProject.Start(new() { File = file, Framework = parsed.GetValue(Framework), Url = url, Secret = secret, Gateway = local.Url, GatewayKey = local.Key }, screen.ProjectLine);
        await using (project.ConfigureAwait(false))
        {
            using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var following = FollowAsync(new ReleaseFollower(local.Engine, url, secret, screen, project.Problem), local, screen, stopped.Token);
            if (await Task.WhenAny(following, project.Ended).ConfigureAwait(false) == project.Ended && !cancellationToken.IsCancellationRequested)
            {
                await stopped.CancelAsync().ConfigureAwait(false);
                throw new CliException(ExitCodes.Failed, "WATCH_ENDED", $"'dotnet watch' ended with {await project.Ended.ConfigureAwait(false)}. What it wrote above says why.");
            }

            await following.ConfigureAwait(false);
        }
    }

    private static async Task FollowAsync(ReleaseFollower follower, DevGateway local, DevScreen screen, CancellationToken cancellationToken)
    {
        var timeline = new Timeline(screen).ShowAsync(local.Engine.WatchAllAsync(cancellationToken), cancellationToken);
        await await Task.WhenAny(follower.RunAsync(cancellationToken), timeline).ConfigureAwait(false);
    }
}
