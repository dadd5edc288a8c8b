using System.Runtime.InteropServices;
using Agnt5.Lambda.Hosting;
using Agnt5.Lambda.Logging;
using Agnt5.Lambda.Runtime;

namespace Agnt5;

/// <summary>A whole host around one serverless endpoint on AWS Lambda: the two-line program.</summary>
/// <example>
/// <code>
/// using Agnt5;
/// await LambdaHost.RunAsync(args, Agnt5Components.Catalog);
/// </code>
/// </example>
public static class LambdaHost
{
    /// <summary>
    /// Serves <paramref name="catalog"/> to the events of the function, one after the other: requests of function URLs, of API Gateway and of Application Load Balancers. It ends when AWS ends the
    /// process. An endpoint that cannot start is reported to AWS, and the process ends with 1.
    /// </summary>
    /// <param name="args">The program's arguments. AWS gives none.</param>
    /// <param name="catalog">The components: <c>Agnt5Components.Catalog</c>.</param>
    /// <param name="configure">Adds services and sets options.</param>
    public static async Task RunAsync(string[] args, ComponentCatalog catalog, Action<LambdaHostBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(catalog);
        if (Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") is not { Length: > 0 } address)
        {
            await Console.Error.WriteLineAsync(OutsideOfLambda.Advice).ConfigureAwait(false);
            Environment.ExitCode = 1;
            return;
        }

        using var stop = new CancellationTokenSource();
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            // The event that is handled now is answered first.
            context.Cancel = true;
            stop.Cancel();
        });
        using var api = new RuntimeApi(address);
        var output = Console.OpenStandardOutput();
        await using (output.ConfigureAwait(false))
        {
            var log = LambdaLog.Of(Environment.GetEnvironmentVariable, output, TimeProvider.System);
            Environment.ExitCode = await LambdaFunction.RunAsync(api, log, catalog, configure, stop.Token).ConfigureAwait(false);
        }
    }
}
