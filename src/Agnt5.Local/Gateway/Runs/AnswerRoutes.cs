using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Gateway.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Agnt5.Local.Gateway.Runs;

/// <summary>Tells runs something: an answer, a decision, a signal, or that they are cancelled.</summary>
internal static class AnswerRoutes
{
    private const string DefaultReason = "manual";

    public static void Map(IEndpointRouteBuilder routes, GatewayServer server)
    {
        routes.MapPost("/v1/workflows/resume/{id}", server.Handle(ResumeAsync));
        routes.MapPost("/v1/runs/{id}/signals/{signal}", server.Handle(SignalAsync));
        routes.MapPost("/v1/runs/{id}/approvals/{approval}/approve", server.Handle(call => DecideAsync(call, isApproved: true)));
        routes.MapPost("/v1/runs/{id}/approvals/{approval}/reject", server.Handle(call => DecideAsync(call, isApproved: false)));
        routes.MapPost("/v1/runs/{id}/cancel", server.Handle(CancelAsync));
    }

    private static async Task ResumeAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        var response = body.TextOrJson("user_response") ?? throw body.WrongMember("user_response", "there: it is the answer, a text or JSON");
        // Not on the page: whoever tries a run out wants to see what it does after the sleep that follows.
        var skips = body.Flag("skip_sleep") ?? false;
        var wait = StartHeaders.Wait(call);
        var run = await call.Engine.AnswerAsync(call.RunId, response, call.Ended).ConfigureAwait(false);
        await (skips ? SkipRoutes.SkipNextAsync(call, run, wait) : AnswerAsync(call, run)).ConfigureAwait(false);
    }

    private static async Task SignalAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        var (runId, name) = (call.RunId, call.Part("signal"));
        var sent = await call.Engine.SignalAsync(runId, name, body.Raw("payload"), call.Ended).ConfigureAwait(false);
        await call.AnswerAsync(StatusCodes.Status200OK, (runId, name, sent), static (json, signal) =>
        {
            json.WriteStartObject();
            json.WriteString("run_id"u8, signal.runId);
            json.WriteString("signal_id"u8, signal.sent.SignalId);
            json.WriteString("signal_name"u8, signal.name);
            json.WriteBoolean("resumed"u8, signal.sent.Resumed);
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static async Task DecideAsync(GatewayCall call, bool isApproved)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        var decision = new Decision(body.Text("decided_by"), body.Text("reason"), body.Raw("payload"));
        var approval = call.Part("approval");
        var run = await call.Engine.DecideAsync(call.RunId, approval, isApproved, decision, call.Ended).ConfigureAwait(false);
        await call.AnswerAsync(StatusCodes.Status200OK, (run, approval, isApproved), static (json, decided) =>
        {
            json.WriteStartObject();
            json.WriteString("run_id"u8, decided.run.Spec.RunId);
            json.WriteString("approval_id"u8, decided.approval);
            json.WriteString("decision"u8, decided.isApproved ? "approve" : "reject");
            json.WriteString("status"u8, RunStatus.Of(decided.run.Phase));
            json.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static async Task CancelAsync(GatewayCall call)
    {
        var body = await call.ReadJsonAsync().ConfigureAwait(false);
        await AnswerAsync(call, await call.Engine.CancelAsync(call.RunId, body.Text("reason") ?? DefaultReason, call.Ended).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static Task AnswerAsync(GatewayCall call, RunState run) => call.AnswerAsync(StatusCodes.Status200OK, run, static (json, run) =>
    {
        json.WriteStartObject();
        json.WriteString("run_id"u8, run.Spec.RunId);
        json.WriteString("status"u8, RunStatus.Of(run.Phase));
        json.WriteEndObject();
    });
}
