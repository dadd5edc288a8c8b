using System.Collections.Immutable;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;

namespace Agnt5.Local.Tests.Storage;

/// <summary>Deployments and events with something in each of their properties.</summary>
internal static class StoredDeployments
{
    public const string HeaderSecret = "bypass-7f3a";

    public static EnvironmentState Environment() => new()
    {
        Name = "production",
        Deployments = ImmutableSortedDictionary.Create<string, DeploymentState>(StringComparer.Ordinal).Add("dep_1", Deployment("dep_1")).Add("dep_2", Deployment("dep_2") with
        {
            Url = null,
            Components = [],
            InvokeHeaders = new Dictionary<string, string>(),
            IsEnabled = true,
            DisabledReason = null,
        }),
        Routes = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("workflow:a", "dep_1"),
        History = [new EnvironmentChange(1, EnvironmentChangeKind.Synced, "dep_1"), new EnvironmentChange(2, EnvironmentChangeKind.Disabled, "dep_1", "It is on fire.")],
    };

    public static DeploymentState Deployment(string deploymentId) => new()
    {
        DeploymentId = deploymentId,
        Environment = "production",
        Provider = "vercel",
        ImmutableRef = "sha",
        Url = new Uri("https://shop.example/agnt5"),
        ServiceName = "shop",
        ServiceVersion = "1.2",
        ManifestHash = "abc",
        Components =
        [
            new ComponentSpec
            {
                Type = "workflow",
                Name = "a",
                Retries = new(3, 100, 1_000, BackoffKind.Linear, 1.5),
                Policies = [new(FlowKind.Concurrency, "project", null, "input.account", 2, 0)],
                Idempotency = new(null, "input.id", 5_000),
                Priority = 4,
                Triggers = [new("order.placed", false)],
                Cron = "0 * * * *",
            },
        ],
        RequestTimeoutMs = 60_000,
        YieldBeforeTimeoutMs = 1_000,
        InvokeHeaders = new Dictionary<string, string> { ["x-bypass"] = HeaderSecret },
        IsEnabled = false,
        DisabledReason = "It is on fire.",
        CreatedAtMs = 1,
    };

    public static EventState Event(int number) => new()
    {
        EventRunId = $"evt_{number}",
        Key = $"key {number}",
        EventId = $"id {number}",
        EventName = $"order.{number}",
        Source = number % 2 == 0 ? "stripe" : "api",
        Target = EventTarget.Environment("production"),
        DeploymentId = number == 3 ? "dep_1" : null,
        MatchedCount = 1,
        SkippedUnsupportedCount = 2,
        RunIds = ["run_1"],
        ReceivedAtMs = number * 10,
    };
}
