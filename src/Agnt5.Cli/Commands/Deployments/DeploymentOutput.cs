using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Deployments;

/// <summary>Tells of a deployment as the local AGNT5 answered it.</summary>
internal static class DeploymentOutput
{
    public static void Write(CommandOutput output, JsonElement deployment, string what)
    {
        if (output.IsJson)
        {
            output.WriteJson(deployment.WriteTo);
            return;
        }

        output.Out.WriteLine($"The deployment {deployment.Text("deployment_id")} of {TerminalText.Line(deployment.Text("url") ?? "this process")} {what}.");
        var routes = deployment.Items("routes").Select(static route => route.GetString()).ToArray();
        output.Out.WriteLine(routes.Length == 0 ? "It has no routes." : $"It has the routes {TerminalText.Line(string.Join(", ", routes), 2000)}.");
        foreach (var notice in deployment.Items("notices"))
            output.WriteNote(TerminalText.Line(notice.GetString() ?? "", 2000));
    }
}
