using Agnt5.JavaScript.Bridge;
using Microsoft.Extensions.Logging;

namespace Agnt5.JavaScript.Addon;

/// <summary>The JavaScript side of one context. Its functions are called on its thread, so each call is a message.</summary>
/// <param name="mailbox">Takes the messages.</param>
/// <param name="functions">The functions.</param>
internal sealed class AddonHost(Mailbox mailbox, HostFunctions functions) : IHost
{
    public void Answered(int request, ServerlessResponse answer) => mailbox.Post(
        env =>
        {
            using (answer)
            {
                mailbox.Release(env);
                var retryAfter = answer.RetryAfter is { } time ? (int)Math.Ceiling(time.TotalSeconds) : 0;
                functions.Answered(
                    env, [NapiValues.Of(env, request), NapiValues.Of(env, answer.StatusCode), NapiValues.Of(env, retryAfter), NapiValues.OfBody(env, answer.Body.Span)]);
            }
        },
        answer);

    public void Drained(int request) => mailbox.Post(env => functions.Drained(env, [NapiValues.Of(env, request)]));

    public void Fetch(int request, int call, OutgoingMessage message) => mailbox.Post(env => functions.Fetch(
        env,
        [
            NapiValues.Of(env, request),
            NapiValues.Of(env, call),
            NapiValues.Of(env, message.Method),
            NapiValues.Of(env, message.Url),
            NapiValues.Of(env, message.Headers),
            message.Body is { } body ? NapiValues.Of(env, body) : NapiValues.OfNull(env),
            NapiValues.Of(env, message.FollowsRedirects),
        ]));

    public void AbortFetch(int call) => mailbox.Post(env => functions.AbortFetch(env, [NapiValues.Of(env, call)]));

    public void Call(int endpoint, int request, int call, string name, string argument) => mailbox.Post(env => functions.CallService(
        env, [NapiValues.Of(env, endpoint), NapiValues.Of(env, request), NapiValues.Of(env, call), NapiValues.Of(env, name), NapiValues.Of(env, argument)]));

    public void Log(int endpoint, LogLevel level, string category, string text) => mailbox.Post(env => functions.Log(
        env, [NapiValues.Of(env, endpoint), NapiValues.Of(env, (int)level), NapiValues.Of(env, category), NapiValues.Of(env, text)]));
}
