using System.Text.Json;
using Agnt5.Local.Hosting;
using Agnt5.Local.Storage;
using Agnt5.Primitives;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Local.Gateway.Http;

/// <summary>A call whose sender may make it.</summary>
/// <param name="http">The request and its response.</param>
/// <param name="server">The gateway.</param>
internal sealed class GatewayCall(HttpContext http, GatewayServer server)
{
    private const string LastRun = "last";

    public HttpContext Http => http;

    public GatewayServer Server => server;

    public LocalEngine Engine => server.Engine;

    /// <summary>Fires when the caller has left, or the gateway stops.</summary>
    public required CancellationToken Ended { get; init; }

    /// <summary>A part of the path, decoded.</summary>
    public string Part(string name) => (string)http.Request.RouteValues[name]!;

    /// <summary>The run that the path names. <c>last</c> is the one that was started last, for people who type: no run has such an id.</summary>
    /// <exception cref="EngineException">It is <c>last</c>, and there is no run.</exception>
    public string RunId => Part("id") is var id && id != LastRun ? id
        : Engine.ListRuns(new RunFilter { Limit = 1 }) is [var newest] ? newest.Spec.RunId
        : throw new EngineException(EngineErrorKind.NotFound, EngineErrorCodes.RunNotFound, "There is no last run: none has been started yet, or ended runs were forgotten. Start one first.");

    /// <summary>A header, or <see langword="null"/> when it is absent or blank.</summary>
    public string? Header(string name) => http.Request.Headers[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Reads the body as it came. The engine finds out whether it is JSON.</summary>
    /// <param name="room">Where its bytes are counted, when nobody knows yet who sends them.</param>
    public Task<ReadOnlyMemory<byte>> ReadBodyAsync(UnverifiedBytes.Room? room = null) => RequestBody.ReadAsync(http, server.Options.MaxBodyBytes, room);

    /// <summary>Reads the body as a JSON object. An empty body is an empty object.</summary>
    public async Task<JsonBody> ReadJsonAsync() => JsonBody.Parse(await ReadBodyAsync().ConfigureAwait(false));

    /// <summary>Reads the values behind the question mark.</summary>
    public QueryValues Query => new(http.Request.Query);

    /// <summary>Answers with JSON.</summary>
    public Task AnswerAsync<T>(int status, T value, Action<Utf8JsonWriter, T> write) => JsonAnswer.WriteAsync(http.Response, status, JsonBytes.Write(value, write));
}
