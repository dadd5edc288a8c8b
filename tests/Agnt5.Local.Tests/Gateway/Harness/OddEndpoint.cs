using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Gateway.Harness;

/// <summary>An endpoint on Kestrel that answers its two routes as a test says, whether the protocol knows that or not.</summary>
internal sealed class OddEndpoint : IAsyncDisposable
{
    public const string Manifest = """
        {"protocol_version":"workerless.v1","service_name":"odd","service_version":"1","components":[{"name":"odd","type":"function","component_type":"function"}]}
        """;

    private readonly WebApplication _app;

    private OddEndpoint(WebApplication app) => (_app, Url) = (app, app.Urls.Single());

    public string Url { get; }

    /// <summary>Starts it.</summary>
    /// <param name="manifest">Answers <c>GET /.well-known/agnt5</c>. By default there is one function, <c>odd</c>.</param>
    /// <param name="invoke">Answers <c>POST /agnt5/invoke</c>.</param>
    public static async Task<OddEndpoint> StartAsync(RequestDelegate? manifest = null, RequestDelegate? invoke = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/.well-known/agnt5", manifest ?? Saying(Manifest));
        app.MapPost("/agnt5/invoke", invoke ?? Saying("""{"status":"completed"}"""));
        await app.StartAsync();
        return new OddEndpoint(app);
    }

    /// <summary>Answers with a text.</summary>
    public static RequestDelegate Saying(string body, int status = 200, string type = "application/json") => http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), http.RequestAborted).AsTask();
    };

    /// <summary>Sends the caller elsewhere.</summary>
    public static Task Redirect(HttpContext http)
    {
        http.Response.Redirect("https://elsewhere.example/agnt5/invoke");
        return Task.CompletedTask;
    }

    /// <summary>Ends the connection without an answer.</summary>
    public static Task HangUp(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Ends the connection in the middle of the answer.</summary>
    public static async Task HangUpHalfway(HttpContext http)
    {
        http.Response.ContentLength = 100;
        await http.Response.WriteAsync("{\"status\":");
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    /// <summary>Says nothing for as long as the caller is there.</summary>
    public static async Task Hang(HttpContext http)
    {
        var left = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(left.SetResult);
        await left.Task;
    }

    /// <summary>Goes on for as long as the caller listens.</summary>
    public static async Task WithoutEnd(HttpContext http)
    {
        var piece = new byte[1024 * 1024];
        Array.Fill(piece, (byte)' ');
        while (!http.RequestAborted.IsCancellationRequested)
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
