using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>A gateway in memory in front of a project: a run is one invoke of its endpoint, and its result is there at once.</summary>
internal sealed class GatewayOfProject(BuiltProject project) : HttpMessageHandler
{
    private readonly Dictionary<string, JsonObject> _results = [];

    /// <summary>Path and body of each start.</summary>
    public List<(string Path, string Body)> Starts { get; } = [];

    public Agnt5Client Client => new(new() { ApiKey = "agnt5_sk_1" }, new HttpClient(this));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string[] path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is ["v1", "result", var run])
            return Json(_results[run]);
        var input = await request.Content!.ReadAsStringAsync(cancellationToken);
        Starts.Add((request.RequestUri.AbsolutePath, input));
        var response = await project.InvokeAsync(path[1].TrimEnd('s'), Uri.UnescapeDataString(path[2]), input);
        if (path[3] == "stream")
            return Stream(response["output"]!.AsArray());
        var id = $"r-{_results.Count + 1}";
        _results[id] = new() { ["run_id"] = id, ["status"] = response["status"]!.DeepClone(), ["output"] = response["output"]?.DeepClone(), ["error"] = response["error"]?.DeepClone() };
        return Json(new() { ["run_id"] = id, ["status"] = "enqueued" });
    }

    private static HttpResponseMessage Json(JsonObject json) => new(HttpStatusCode.OK) { Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Stream(JsonArray items) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(
            string.Concat(items.Select(static item => $"event: output.delta\ndata: {{\"run_id\":\"r\",\"data\":{item!.ToJsonString()}}}\n\n")) + "data: {\"done\":true}\n\n",
            Encoding.UTF8,
            "text/event-stream"),
    };
}
