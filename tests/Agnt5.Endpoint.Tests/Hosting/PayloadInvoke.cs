using System.Text.Json.Nodes;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>Invokes whose payloads are in an object store (protocol section 7).</summary>
public static class PayloadInvoke
{
    public static void AllowLoopback(ServerlessOptions options)
    {
        AllowPlainUrls(options);
        options.OutboundGuard.AllowPrivateNetworks = true;
    }

    /// <summary>Leaves the host of a URL as the only thing that the guard may mind.</summary>
    public static void AllowPlainUrls(ServerlessOptions options)
    {
        options.OutboundGuard.RequireHttps = false;
        options.OutboundGuard.AllowedPorts.Add(0);
    }

    /// <summary>A reference to an object, with members changed (a <c>null</c> in <paramref name="changes"/> takes one out).</summary>
    public static JsonObject InputRef(string url, byte[] content, string changes = "{}") => Change(new JsonObject
    {
        ["kind"] = "agnt5.object_store.signed_url.v1",
        ["url"] = url,
        ["method"] = "GET",
        ["size_bytes"] = content.Length,
        ["sha256"] = StoreStub.HashOf(content),
        ["content_type"] = "application/json",
        ["expires_at_ms"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds(),
    }, changes);

    /// <summary>An upload of any output, with members changed.</summary>
    public static JsonObject OutputUpload(string url, string changes = "{}") => Change(new JsonObject
    {
        ["kind"] = "agnt5.object_store.signed_url.v1",
        ["url"] = url,
        ["method"] = "PUT",
        ["ref"] = "payloads/run-1/out.json",
        ["threshold_bytes"] = 0,
        ["content_type"] = "application/json",
        ["expires_at_ms"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds(),
    }, changes);

    public static string Body(string type, string name, JsonNode? inputRef = null, JsonNode? outputUpload = null, string input = "null", string checkpoint = "null") =>
        new JsonObject
        {
            ["component_type"] = type,
            ["component_name"] = name,
            ["run_id"] = "r-payload",
            ["input"] = JsonNode.Parse(input),
            ["input_ref"] = inputRef?.DeepClone(),
            ["output_upload"] = outputUpload?.DeepClone(),
            ["checkpoint"] = JsonNode.Parse(checkpoint),
        }.ToJsonString();

    private static JsonObject Change(JsonObject members, string changes)
    {
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            if (value is null)
                members.Remove(name);
            else
                members[name] = value.DeepClone();
        }

        return members;
    }
}
