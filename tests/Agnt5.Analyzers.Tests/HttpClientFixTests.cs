using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>The code fix of AGT5008: the HttpClient of a component comes from the services.</summary>
public sealed class HttpClientFixTests
{
    [Theory]
    [InlineData(
        "public static class Prices { [Function] public static Task<string> Read(string id) { var http = new HttpClient(); return http.GetStringAsync(id); } }",
        "public static class Prices { [Function] public static Task<string> Read(string id, [FromServices] HttpClient http) { return http.GetStringAsync(id); } }")]
    [InlineData(
        "public class Prices { [Function] public async Task<string> Read(string id, CancellationToken token) { using HttpClient http = new(); return await http.GetStringAsync(id, token); } }",
        "public class Prices { [Function] public async Task<string> Read(string id, [FromServices] HttpClient http, CancellationToken token) { return await http.GetStringAsync(id, token); } }")]
    [InlineData(
        "public class Prices { private readonly HttpClient _http = new(); [Function] public Task<string> Read(string id) => _http.GetStringAsync(id); }",
        "public class Prices(HttpClient http) { private readonly HttpClient _http = http; [Function] public Task<string> Read(string id) => _http.GetStringAsync(id); }")]
    [InlineData(
        "public class Prices(Order order) { private readonly HttpClient _http = new HttpClient(); [Function] public Task<string> Read(string id) => _http.GetStringAsync(id + order); }",
        "public class Prices(Order order, HttpClient http) { private readonly HttpClient _http = http; [Function] public Task<string> Read(string id) => _http.GetStringAsync(id + order); }")]
    public Task A_client_comes_from_the_services(string before, string after) => VerifyFix.ChangesAsync("AGT5008", Source(before), Source(after));

    [Theory]
    [InlineData("public static class Prices { private static readonly HttpClient Http = new(); [Function] public static Task<string> Read(string id) => Http.GetStringAsync(id); }")]
    [InlineData(
        "public static class Prices { [Function] public static Task<string> Read(string id) { var http = new HttpClient { MaxResponseContentBufferSize = 9 }; return http.GetStringAsync(id); } }")]
    [InlineData(
        "public static class Prices { [Function] public static Task<string> Read(string id) => Get(id); "
        + "static Task<string> Get(string id) { var http = new HttpClient(); return http.GetStringAsync(id); } }")]
    [InlineData("public class Prices { private readonly HttpClient _http = new(); public static Prices Make() => new(); [Function] public Task<string> Read(string id) => _http.GetStringAsync(id); }")]
    [InlineData("public static class Clients { [Function] public static string Read(string id) => Console.ReadLine() + id; }")]
    public Task A_client_that_others_depend_on_is_left_to_the_user(string source) => VerifyFix.OffersNothingAsync("AGT5008", Source(source));

    [Fact]
    public Task Fix_All_takes_every_client_from_the_services() => VerifyFix.ChangesAllAsync(
        "AGT5008",
        Source(
            """
            public class Prices
            {
                private readonly HttpClient _http = new();

                [Function]
                public async Task<string> Read(string id, CancellationToken token)
                {
                    using var other = new HttpClient();
                    return await _http.GetStringAsync(id, token) + await other.GetStringAsync(id, token);
                }
            }
            """),
        Source(
            """
            public class Prices(HttpClient http)
            {
                private readonly HttpClient _http = http;

                [Function]
                public async Task<string> Read(string id, [FromServices] HttpClient other, CancellationToken token)
                {
                    return await _http.GetStringAsync(id, token) + await other.GetStringAsync(id, token);
                }
            }
            """));

    private static string Source(string declarations) => $"""
        // build_property.RuntimeIdentifier = browser-wasm
        using System.Net.Http;

        public sealed record Order(string Id);

        {declarations}
        """;
}
