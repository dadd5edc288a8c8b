using System.Text;
using System.Text.Json.Nodes;

namespace Agnt5.Lambda.Tests.Emulation;

/// <summary>The events in which AWS wraps HTTP requests, as its public documentation has them.</summary>
internal static class EventShape
{
    public const string FunctionUrl = "function URL";
    public const string HttpApi = "HTTP API";
    public const string HttpApiWithStage = "HTTP API with a stage";
    public const string HttpApiFormat1 = "HTTP API in format 1.0";
    public const string RestApi = "REST API";
    public const string LoadBalancer = "load balancer";
    public const string LoadBalancerWithLists = "load balancer with lists";

    public static readonly string[] All = [FunctionUrl, HttpApi, HttpApiWithStage, HttpApiFormat1, RestApi, LoadBalancer, LoadBalancerWithLists];

    /// <param name="shape">The shape.</param>
    /// <param name="request">The request.</param>
    /// <param name="isBase64">Whether the body is base64; without it AWS decides by the content type.</param>
    public static string Wrap(string shape, PlayedRequest request, bool? isBase64 = null)
    {
        var encodes = isBase64 ?? !request.IsText;
        var json = shape switch
        {
            FunctionUrl => Format2(request, "$default", request.Path, "abc.lambda-url.eu-central-1.on.aws"),
            HttpApi => Format2(request, "$default", request.Path, "abc.execute-api.eu-central-1.amazonaws.com"),
            HttpApiWithStage => Format2(request, "prod", $"/prod{request.Path}", "abc.execute-api.eu-central-1.amazonaws.com"),
            HttpApiFormat1 => Format1(request, $"/prod{request.Path}", Gateway(request, "prod"), withOne: true, withLists: true),
            RestApi => Format1(request, request.Path, Gateway(request, "prod"), withOne: true, withLists: true),
            LoadBalancer => Format1(request, request.Path, Balancer(), withOne: true, withLists: false),
            _ => Format1(request, request.Path, Balancer(), withOne: false, withLists: true),
        };
        if (shape == HttpApiFormat1)
            json["version"] = "1.0";
        json["isBase64Encoded"] = encodes;
        // Gateways write null for no body, load balancers an empty text, and format 2.0 leaves it out.
        if (request.Body.Length > 0)
            json["body"] = encodes ? Convert.ToBase64String(request.Body) : Encoding.UTF8.GetString(request.Body);
        else if (shape is RestApi or HttpApiFormat1)
            json["body"] = null;
        else if (shape is LoadBalancer or LoadBalancerWithLists)
            json["body"] = "";
        return json.ToJsonString();
    }

    // Names in lower case, several headers of one name as one text, cookies apart.
    private static JsonObject Format2(PlayedRequest request, string stage, string path, string domain)
    {
        var headers = new JsonObject();
        foreach (var group in Grouped(request).Where(static group => group.Key != "cookie"))
            headers[group.Key] = string.Join(",", group.Select(static header => header.Value));
        var json = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = "$default",
            ["rawPath"] = path,
            ["rawQueryString"] = "",
            ["headers"] = headers,
            ["requestContext"] = new JsonObject
            {
                ["accountId"] = "anonymous",
                ["domainName"] = domain,
                ["http"] = new JsonObject { ["method"] = request.Method, ["path"] = path, ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1", ["userAgent"] = "agnt5" },
                ["requestId"] = "id",
                ["stage"] = stage,
                ["timeEpoch"] = 1583348638390,
            },
        };
        if (request.Headers.Where(static header => header.Key.Equals("cookie", StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } cookies)
            json["cookies"] = new JsonArray([.. cookies.Select(static cookie => JsonValue.Create(cookie.Value))]);
        return json;
    }

    private static JsonObject Format1(PlayedRequest request, string path, JsonObject context, bool withOne, bool withLists)
    {
        var json = new JsonObject { ["httpMethod"] = request.Method, ["path"] = path, ["requestContext"] = context, ["queryStringParameters"] = null };
        if (withOne)
            json["headers"] = new JsonObject(Grouped(request).Select(static group => KeyValuePair.Create(group.First().Key, (JsonNode?)group.Last().Value)));
        if (withLists)
            json["multiValueHeaders"] = new JsonObject(Grouped(request).Select(static group => KeyValuePair.Create(
                group.First().Key, (JsonNode?)new JsonArray([.. group.Select(static header => JsonValue.Create(header.Value))]))));
        return json;
    }

    private static JsonObject Gateway(PlayedRequest request, string stage) => new()
    {
        ["resourcePath"] = "/{proxy+}", ["httpMethod"] = request.Method, ["path"] = $"/{stage}{request.Path}", ["stage"] = stage, ["requestId"] = "id",
    };

    private static JsonObject Balancer() => new() { ["elb"] = new JsonObject { ["targetGroupArn"] = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/lambda/1" } };

    private static IEnumerable<IGrouping<string, KeyValuePair<string, string>>> Grouped(PlayedRequest request) =>
        request.Headers.GroupBy(static header => header.Key.ToLowerInvariant(), StringComparer.Ordinal);
}
