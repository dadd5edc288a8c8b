using System.Net;
using System.Text;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary><see cref="ServerlessHost"/> takes requests from Kestrel itself where nothing of the program stands between, and skips nothing that the program put there.</summary>
[Collection(nameof(TelemetryCollection))]
public sealed class DirectPathTests
{
    private const string See = """{"component_type":"function","component_name":"see_request"}""";
    private const string Unseen = """{"activity":null,"parent":null,"path":null}""";

    [Fact]
    public async Task A_request_that_nobody_observes_pays_for_no_activity()
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(See)).MustComplete(Unseen);
    }

    [Fact]
    public async Task A_program_that_sets_up_Kestrel_again_pays_for_no_activity_either()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static builder => builder.WebHost.UseKestrel());

        (await endpoint.InvokeAsync(See)).MustComplete(Unseen);
    }

    [Theory]
    [InlineData("true", "Microsoft.AspNetCore.Hosting.HttpRequestIn")]
    [InlineData("false", null)]
    public async Task A_console_that_shows_scopes_has_the_ids_of_requests(string showsScopes, string? activity)
    {
        await using var endpoint = await TestEndpoint.StartAsync(
            static builder => builder.Logging.AddConsole(), "--Logging:Console:FormatterOptions:IncludeScopes", showsScopes, "--Logging:LogLevel:Default", "Critical");

        Assert.Equal(activity, (await endpoint.InvokeAsync(See)).Json["output"]!["activity"]?.GetValue<string>());
    }

    [Fact]
    public async Task Code_that_finds_the_current_request_anywhere_finds_it()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static builder => builder.Services.AddHttpContextAccessor());

        Assert.Equal("/agnt5/invoke", (await endpoint.InvokeAsync(See)).Json["output"]!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_trace_of_the_callers_goes_on_in_the_component_although_nobody_collects_it()
    {
        const string Parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(See, static invoke => invoke.Headers["traceparent"] = Parent);

        Assert.Equal(Parent, answer.Json["output"]!["parent"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_asks_for_a_log_of_requests_has_a_line_for_each()
    {
        await using var endpoint = await TestEndpoint.StartAsync((Action<ServerlessOptions>?)null, "--Logging:LogLevel:Microsoft.AspNetCore.Hosting", "Information");

        await endpoint.InvokeAsync(See);

        await endpoint.Log.WaitForAsync("Request finished HTTP/1.1 POST");
    }

    [Fact]
    public async Task Whoever_begins_to_observe_while_the_host_runs_observes_and_costs_nothing_when_he_is_gone()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        (await endpoint.InvokeAsync(See)).MustComplete(Unseen);

        foreach (var kind in RequestWatch.Kinds)
        {
            using (var watch = new RequestWatch(kind, endpoint.Services))
            {
                (await endpoint.InvokeAsync(See)).MustBe("completed");
                await watch.WaitAsync();
            }

            (await endpoint.InvokeAsync(See)).MustComplete(Unseen);
        }
    }

    [Fact]
    public async Task Requests_to_other_hosts_than_the_allowed_ones_are_refused_from_when_these_are_named()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        (await endpoint.InvokeAsync(See)).MustComplete(Unseen);

        var configuration = endpoint.Services.GetRequiredService<IConfiguration>();
        configuration["AllowedHosts"] = "shop.example";
        ((IConfigurationRoot)configuration).Reload();

        using var refused = await endpoint.Client.SendAsync(new SignedInvoke(See, TestEndpoint.Secret).ToRequest());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var request = new SignedInvoke(See, TestEndpoint.Secret).ToRequest();
        request.Headers.Host = "shop.example";
        using var allowed = await endpoint.Client.SendAsync(request);
        (await Answer.ReadAsync(allowed)).MustBe("completed");
    }

    [Fact]
    public async Task A_filter_that_the_program_puts_before_all_others_is_passed()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static builder => builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Doorkeeper())));

        using var refused = await endpoint.Client.GetAsync("/.well-known/agnt5");

        Assert.Equal(HttpStatusCode.PaymentRequired, refused.StatusCode);
    }

    [Fact]
    public async Task A_resolver_has_the_services_of_its_request_and_never_sees_another_request_in_it()
    {
        HttpContext? kept = null;
        await using var endpoint = await TestEndpoint.StartAsync(options => options.RequestEnabledResolver = context =>
        {
            kept ??= (HttpContext)context!;
            return ((HttpContext)context!).RequestServices.GetService<ScopedNote>() is not null;
        });

        (await endpoint.InvokeAsync(See)).MustComplete(Unseen);
        (await endpoint.InvokeAsync(See)).MustComplete(Unseen);

        Assert.Throws<ObjectDisposedException>(() => kept!.Request.Path);
    }

    [Fact]
    public async Task Requests_that_come_before_the_last_one_is_answered_are_answered_in_order()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var requests = new StringBuilder();
        for (var i = 0; i < 20; i++)
        {
            var body = Echo(i);
            var headers = string.Concat(new SignedInvoke(body, TestEndpoint.Secret).Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
            var last = i == 19 ? "Connection: close\r\n" : "";
            requests.Append($"POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\n{last}Content-Length: {body.Length}\r\n{headers}\r\n{body}");
        }

        var (status, answers) = await RawHttp.SendAsync(endpoint.Address, requests.ToString());

        var places = Enumerable.Range(0, 20).Select(i => answers.IndexOf($"\"output\":\"echo {i}\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(200, status);
        Assert.True(places[0] >= 0 && places.SequenceEqual(places.Order()), answers);
    }

    [Fact]
    public async Task Requests_of_one_HTTP2_connection_are_not_mixed_up()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static builder =>
            builder.WebHost.ConfigureKestrel(static kestrel => kestrel.ConfigureEndpointDefaults(static listen => listen.Protocols = HttpProtocols.Http2)));

        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
            {
                using var request = new SignedInvoke(Echo(i), TestEndpoint.Secret).ToRequest();
                (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
                using var response = await endpoint.Client.SendAsync(request);
                (await Answer.ReadAsync(response)).MustComplete($"\"echo {i}\"");
            }));
        }
    }

    private static string Echo(int number) => $$"""{"component_type":"function","component_name":"echo","input":"echo {{number}}"}""";

    /// <summary>Refuses everything.</summary>
    private sealed class Doorkeeper : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Run(static context =>
            {
                context.Response.StatusCode = StatusCodes.Status402PaymentRequired;
                return Task.CompletedTask;
            });
            next(app);
        };
    }
}
