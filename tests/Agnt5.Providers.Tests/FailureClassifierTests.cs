using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>An app decides about the failures of its providers.</summary>
public sealed class FailureClassifierTests
{
    [Fact]
    public async Task A_classifier_tries_again_what_the_SDK_would_not()
    {
        await using var run = await StartAsync(static services => services.AddSingleton<IModelFailureClassifier>(new Says(new ModelFailureVerdict(IsTransient: true, TimeSpan.FromMinutes(3)))));
        run.Server.Replies(Provider.OpenAIChat.Fails(404));

        var waiting = await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500);

        Assert.Equal(ManualTime.StartMs + 180_000, waiting.Json["ready_at_ms"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_classifier_makes_waits_longer_and_not_shorter()
    {
        await using var run = await StartAsync(static services => services.AddSingleton<IModelFailureClassifier>(new Says(new ModelFailureVerdict(IsTransient: true, TimeSpan.Zero))));
        run.Server.Replies(Provider.OpenAIChat.Fails(404));

        var waiting = await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500);

        Assert.Equal(ManualTime.StartMs + 1000, waiting.Json["ready_at_ms"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_classifier_gives_up_what_the_SDK_would_try_again()
    {
        await using var run = await StartAsync(static services => services.AddSingleton<IModelFailureClassifier>(new Says(new ModelFailureVerdict(IsTransient: false))));
        run.Server.Replies(Provider.OpenAIChat.Fails(503));

        Assert.Equal("failed", (await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500)).Json["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("librarian", 120_000)]
    [InlineData("acme_librarian", 180_000)]
    public async Task The_classifier_of_a_provider_counts_before_the_one_for_all(string agent, long wait)
    {
        await using var run = await StartAsync(static services => services
            .AddSingleton<IModelFailureClassifier>(new Says(new ModelFailureVerdict(IsTransient: true, TimeSpan.FromMinutes(2))))
            .AddKeyedSingleton<IModelFailureClassifier>("acme", new Says(new ModelFailureVerdict(IsTransient: true, TimeSpan.FromMinutes(3)))));
        run.Server.Replies(Provider.OpenAIChat.Fails(503));

        Assert.Equal(ManualTime.StartMs + wait, (await run.Turn(agent, "Do you have Emma?").SliceAsync(deadlineInMs: 500)).Json["ready_at_ms"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_classifier_that_returns_what_the_SDK_proposes_changes_nothing()
    {
        await using var run = await StartAsync(static services => services.AddSingleton<IModelFailureClassifier>(new Says(verdict: null)));
        run.Server.Replies(Provider.OpenAIChat.Fails(429, headers: ("Retry-After", "240")));

        Assert.Equal(ManualTime.StartMs + 240_000, (await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500)).Json["ready_at_ms"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_classifier_that_counts_is_asked_once_for_each_failed_attempt()
    {
        var classifier = new Says(verdict: null);
        await using var run = await StartAsync(services => services.AddSingleton<IModelFailureClassifier>(classifier));
        run.Server.Replies(Provider.OpenAIChat.Fails(503));

        await run.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500);

        Assert.Equal(1, classifier.Asked);
    }

    private static Task<ProviderRun> StartAsync(Action<IServiceCollection> services) => ProviderRun.StartAsync(Provider.OpenAIChat, services);

    private sealed class Says(ModelFailureVerdict? verdict) : IModelFailureClassifier
    {
        public int Asked { get; private set; }

        public ModelFailureVerdict Classify(Exception failure, ModelFailureVerdict proposed)
        {
            Asked++;
            return verdict ?? proposed;
        }
    }
}
