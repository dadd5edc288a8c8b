using Agnt5.Generators.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Generators.Tests;

/// <summary>The classes of instance components are constructed from services, per invocation.</summary>
public sealed class ConstructionTests
{
    private static readonly Lazy<BuiltProject> Project = new(() => new ProjectUnderTest("""
        using System;
        using System.Threading.Tasks;
        using Agnt5;
        using Microsoft.Extensions.DependencyInjection;

        namespace My.App;

        public sealed class Greeter(Func<string> hello, [FromKeyedServices("loud")] Func<string> loud, IServiceProvider services, Version? version = null, int times = 3) : IAsyncDisposable
        {
            [Function] public string Greet() => $"{hello()} {loud()} {services is not null} {version?.ToString() ?? "no version"} {times}";

            [Function] public Task<string> Fail([Agnt5.FromServices] Uri uri) => Task.FromResult(uri.ToString());

            [Function] public static string Parameters(string name, [FromKeyedServices(DayOfWeek.Friday)] Func<string> keyed, [Microsoft.AspNetCore.Mvc.FromServices] Func<string> hello, [Agnt5.FromServices] Version? version) => $"{name} {keyed()} {hello()} {version is null}";

            public ValueTask DisposeAsync() { Disposed++; return default; }

            public static int Disposed;
        }
        """).Build());

    private static void AddServices(IServiceCollection services) => services
        .AddSingleton<Func<string>>(static () => "hello")
        .AddKeyedSingleton<Func<string>>("loud", static (_, _) => () => "HELLO")
        .AddKeyedSingleton<Func<string>>(DayOfWeek.Friday, static (_, _) => () => "friday");

    [Fact]
    public async Task Services_keyed_services_and_optional_ones_reach_the_constructor() =>
        Assert.Equal("\"hello HELLO True no version 3\"", await Project.Value.OutputAsync("function", "greet", "{}", AddServices));

    [Fact]
    public async Task Services_reach_the_parameters() =>
        Assert.Equal("\"Ada friday hello True\"", await Project.Value.OutputAsync("function", "parameters", """{"name":"Ada"}""", AddServices));

    [Fact]
    public async Task Optional_service_that_is_registered_is_used() =>
        Assert.Equal("\"hello HELLO True 1.2 3\"", await Project.Value.OutputAsync("function", "greet", "{}", static services =>
        {
            AddServices(services);
            services.AddSingleton(new Version(1, 2));
        }));

    [Fact]
    public async Task Instance_is_disposed_when_the_invocation_has_ended()
    {
        var disposed = Project.Value.Assembly.GetType("My.App.Greeter")!.GetField("Disposed")!;
        var before = (int)disposed.GetValue(null)!;

        await Project.Value.OutputAsync("function", "greet", "{}", AddServices);

        Assert.True((int)disposed.GetValue(null)! > before);
    }

    [Fact]
    public async Task Service_that_is_not_registered_fails_the_call() => await Project.Value.FailAsync("function", "fail", "{}", AddServices);
}
