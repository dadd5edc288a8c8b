using System.Reflection;
using System.Text.Json;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Agnt5.Endpoint.Tests;

/// <summary>No option is set in vain: each is in the README's table and bound by the configuration, or goes over the wire, or is on a list with its reader.</summary>
public sealed class OptionTests
{
    private static readonly Dictionary<string, string> ReadByTheEngine = new()
    {
        ["StepOptions.Policy"] = "StepPolicyTests",
        ["StepOptions.MaxAttempts"] = "RetryTests",
        ["StepOptions.InitialInterval"] = "RetryTests",
        ["StepOptions.MaxInterval"] = "RetryTests",
        ["StepOptions.Backoff"] = "RetryTests",
        ["StepOptions.RetryWhen"] = "RetryTests",
    };

    public static TheoryData<string> OfTheEndpoint =>
        [.. Settable(typeof(ServerlessOptions)).Select(static option => option.Name).Concat(Settable(typeof(OutboundGuardOptions)).Select(static option => $"OutboundGuard:{option.Name}"))];

    [Theory]
    [MemberData(nameof(OfTheEndpoint))]
    public void An_option_of_the_endpoint_is_explained_and_can_be_configured(string option)
    {
        var row = File.ReadLines(Path.Combine(RepositoryRoot.Folder, "README.md"))
            .SingleOrDefault(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|')[1].Contains($"`{option}`", StringComparison.Ordinal));
        Assert.True(row is not null, $"{option} is in no row of the table under 'Configure' in README.md.");

        var (_, property) = Find(new ServerlessOptions(), option);
        if (property.PropertyType.IsSubclassOf(typeof(Delegate)) || property.PropertyType == typeof(SeenRequests))
            return;
        foreach (var text in Texts(property))
        {
            var configured = Find(Configured(option, text), option);
            var shown = Shown(configured.Property.GetValue(configured.Owner));
            Assert.True(shown == text, $"{option} is '{shown}' after the configuration said '{text}'. Bind it in ServerlessConfiguration.");
        }
    }

    [Fact]
    public async Task What_a_question_offers_is_what_a_person_is_shown()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("survey").From("""{"agnt5:answer:0":"Ada"}""");

        var asked = (await run.SliceAsync()).Json.AsObject();

        Assert.Empty(WireNames(typeof(Question)).Except(asked.Select(static member => member.Key)));
        Assert.Empty(WireNames(typeof(QuestionOption)).Except(asked["options"]![0]!.AsObject().Select(static member => member.Key)));
    }

    [Fact]
    public async Task What_an_event_is_given_goes_out_with_it()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var emitted = (await endpoint.Run("announce", type: "function").SliceAsync()).Json["events"]![0]!.AsObject();

        Assert.Empty(WireNames(typeof(EmitOptions)).Except(emitted.Select(static member => member.Key)));
    }

    [Fact]
    public void What_a_step_is_given_is_its_key_or_read_by_the_engine() =>
        Assert.Equal(
            ReadByTheEngine.Keys.Append("StepOptions.Key").Order(StringComparer.Ordinal),
            typeof(StepOptions).GetProperties().Select(static option => $"{nameof(StepOptions)}.{option.Name}").Order(StringComparer.Ordinal));

    private static IEnumerable<PropertyInfo> Settable(Type options) =>
        options.GetProperties().Where(static option => option.SetMethod is { IsPublic: true } || option.PropertyType == typeof(IList<string>) || option.PropertyType == typeof(IList<int>));

    private static IEnumerable<string> WireNames(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(static option => JsonNamingPolicy.SnakeCaseLower.ConvertName(option.Name));

    private static (object Owner, PropertyInfo Property) Find(ServerlessOptions options, string option) => option.Split(':') is [var group, var name]
        ? (typeof(ServerlessOptions).GetProperty(group)!.GetValue(options)!, typeof(OutboundGuardOptions).GetProperty(name)!)
        : (options, typeof(ServerlessOptions).GetProperty(option)!);

    // Both values of a flag, so that the default cannot pass for a bound value.
    private static string[] Texts(PropertyInfo option) =>
        option.PropertyType == typeof(bool) || option.PropertyType == typeof(bool?) ? ["True", "False"]
        : option.PropertyType == typeof(long) || option.PropertyType == typeof(int) || option.PropertyType == typeof(IList<int>) ? ["4711"]
        : option.PropertyType == typeof(TimeSpan) ? ["00:00:47"]
        : ["distinct.example.com"];

    private static string Shown(object? value) => value is System.Collections.IList list ? string.Join(",", list.Cast<object>()) : $"{value}";

    private static ServerlessOptions Configured(string option, string text)
    {
        var builder = WebApplication.CreateSlimBuilder(["--environment", "Production", $"--Agnt5:{option}", text]);
        builder.Services.AddAgnt5(Agnt5Components.Catalog);
        using var app = (IDisposable)builder.Build();
        return ((WebApplication)app).Services.GetRequiredService<IOptions<ServerlessOptions>>().Value;
    }
}
