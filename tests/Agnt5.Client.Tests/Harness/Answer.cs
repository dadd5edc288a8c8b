using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Agnt5.Client.Tests.Harness;

/// <summary>Answers of a scripted gateway.</summary>
internal static class Answer
{
    public static RequestDelegate Json(string json, int status = 200) => Text(json, "application/json", status);

    public static RequestDelegate Text(string text, string type, int status = 200) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(text);
    };

    /// <summary>Sends events and ends the stream as it should end.</summary>
    public static RequestDelegate Stream(params string[] events) => Text(string.Concat(events) + Done, "text/event-stream");

    /// <summary>Sends events and closes the connection in the middle of the answer. A reset could overtake what was sent, so the answer is shorter than it says.</summary>
    public static RequestDelegate CutStream(params string[] events) => CutText(string.Concat(events), "text/event-stream");

    /// <summary>Sends a text and closes the connection in the middle of the answer.</summary>
    public static RequestDelegate CutText(string text, string type) => async context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = text.Length + 1000;
        await context.Response.WriteAsync(text);
    };

    /// <summary>Breaks the connection without an answer.</summary>
    public static RequestDelegate Cut => static context =>
    {
        context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>().Abort();
        return Task.CompletedTask;
    };

    /// <summary>Never answers.</summary>
    public static RequestDelegate Silence => static context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);

    public const string Done = "data: {\"done\": true}\n\n";

    /// <summary>An event of a run, as the gateway sends it.</summary>
    public static string Event(string type, int sequence, string data = "{}", string metadata = "{}") =>
        $"event: {type}\ndata: {{\"run_id\":\"r-1\",\"event_type\":\"{type}\",\"sequence\":{sequence},\"data\":{data},\"metadata\":{metadata}}}\n\n";
}
