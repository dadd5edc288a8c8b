using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting.Runs;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>A run that a caller waits for until it ends or pauses.</summary>
internal static class StoppedRun
{
    /// <returns>The run as it is then, or once the time is over, or the gateway stops.</returns>
    public static async Task<RunState> WaitAsync(GatewayCall call, RunState run, TimeSpan wait)
    {
        try
        {
            return await call.Engine.WaitAsync(run.Spec.RunId, RunStop.EndedOrPaused, wait, call.Ended).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call.Server.Stopping.IsCancellationRequested)
        {
            // The caller learns the run's id, and asks for it again.
            return run;
        }
    }

    /// <summary>Answers with a run that was waited for: all of it where it has stopped, and 202 where it goes on.</summary>
    public static Task AnswerAsync(GatewayCall call, RunState run) => RunStop.EndedOrPaused.IsReachedBy(run)
        ? AnswerEndAsync(call, run)
        : call.AnswerAsync(StatusCodes.Status202Accepted, run, RunJson.WriteAccepted);

    // A run that failed is an answer, and no error of the gateway: 200 with its status. The page is silent about it. A rate limit is the exception that it names.
    public static Task AnswerEndAsync(GatewayCall call, RunState run) =>
        call.AnswerAsync(RunJson.IsRateLimited(run) ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK, run, RunJson.WriteRun);
}
